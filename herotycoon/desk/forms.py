"""What forms of the desk share: a reason for every change, and fields for documents of whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from unfold.forms import AdminOwnPasswordChangeForm
from unfold.widgets import (
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

BECAUSE = "because"
LONGEST_REASON = 200
_WIDGETS: dict[type[forms.Field], Any] = {
    forms.TypedChoiceField: UnfoldAdminSelectWidget,
    forms.ChoiceField: UnfoldAdminSelectWidget,
    forms.IntegerField: UnfoldAdminIntegerFieldWidget,
    forms.CharField: UnfoldAdminTextInputWidget,
}


class Printable(forms.CharField):
    """A text that says something: what can be printed, and no markup of terminals or pages."""

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        options.setdefault("widget", UnfoldAdminTextareaWidget if lines else UnfoldAdminTextInputWidget)
        super().__init__(**options)

    def validate(self, value: Any) -> None:
        """Refuse control characters, line breaks apart where there may be several lines."""
        super().validate(value)
        if value and not str(value).replace("\r", "").replace("\n", " ").isprintable():
            raise forms.ValidationError("This holds characters that cannot be printed; leave them out.")


def because() -> Printable:
    """The reason that a change is logged with."""
    told = "Why. It is logged together with who you are, and the master of the world may read it."
    return Printable(label="Because", max_length=LONGEST_REASON, help_text=told)


class Reasoned(forms.ModelForm):  # type: ignore[type-arg]  # it takes none when it runs
    """A row's form that asks why something was changed."""

    because = because()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[BECAUSE].required = False  # nothing was changed, nothing to explain
        dressed(self)

    def clean(self) -> dict[str, Any]:
        """Refuse a change without a reason."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.changes and not given.get(BECAUSE) and BECAUSE not in self.errors:
            self.add_error(BECAUSE, "Say why: it is logged with the change.")
        return given

    @property
    def changes(self) -> list[str]:
        """The fields that were changed."""
        return [name for name in self.changed_data if name != BECAUSE]


class OwnPassword(AdminOwnPasswordChangeForm):  # type: ignore[misc]  # it brings no types
    """A new password of one's own; nothing else of the account is written, which one could not."""

    def set_password_and_save(self, user: Any, *named: str, commit: bool = True) -> Any:
        """Keep it."""
        user.set_password(self.cleaned_data["new_password1"])
        if commit:
            user.save(update_fields=["password"])
        return user


class NumbersWidget(forms.MultiWidget):
    """A small field for each key of a document of whole numbers."""

    template_name = "desk/numbers.html"

    def __init__(self, keys: Mapping[str, str], low: int, high: int) -> None:
        self.keys = keys
        limits = {"min": low, "max": high}
        super().__init__({key: UnfoldAdminIntegerFieldWidget(dict(limits)) for key in keys})

    def decompress(self, value: Mapping[str, Any] | None) -> list[Any]:
        """The document as a list in the order of its keys."""
        known = value if isinstance(value, Mapping) else {}
        return [known.get(key) for key in self.keys]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With a label for each."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for part, label in zip(context["widget"]["subwidgets"], self.keys.values(), strict=True):
            part["label"] = label
        return context


class NumbersField(forms.Field):
    """A document of whole numbers with known keys: ``{"courage": 60, …}``. An empty field is a key that is not there.

    ``keys``: {key: what a person calls it}. Errors name the key that is wrong, and what would be right.
    """

    def __init__(
        self, keys: Mapping[str, str], low: int, high: int, *, whole: bool = True, **options: Any
    ) -> None:
        self.keys, self.low, self.high, self.whole = keys, low, high, whole
        super().__init__(widget=NumbersWidget(keys, low, high), **options)

    def clean(self, value: Any) -> dict[str, int]:
        """The document. ``whole``: no key may be missing."""
        parts = dict(zip(self.keys, value or [], strict=False))
        known, wrong = dict[str, int](), list[str]()
        for key, label in self.keys.items():
            try:
                number = forms.IntegerField(
                    required=self.whole, min_value=self.low, max_value=self.high
                ).clean(parts.get(key))
            except forms.ValidationError:
                wrong.append(
                    f"{label} is a whole number from {self.low} to {self.high}, not {parts.get(key)!r}."
                )
                continue
            known |= {} if number is None else {key: number}
        if wrong:
            raise forms.ValidationError(wrong)
        return known

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the document is another one."""
        try:
            return self.clean(data) != {
                key: value for key, value in (initial or {}).items() if key in self.keys
            }
        except forms.ValidationError:
            return True


def dressed(form: forms.BaseForm) -> None:
    """Give the fields of a form that have no widget of the theme's one."""
    for field in form.fields.values():
        widget = _WIDGETS.get(type(field))
        if widget is not None and not type(field.widget).__module__.startswith("unfold"):
            choices = {"choices": field.choices} if isinstance(field, forms.ChoiceField) else {}
            field.widget = widget(attrs=field.widget_attrs(field.widget), **choices)
