"""Secrets are sealed so that they open in their own place, with their own key, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from herotycoon.vault.cipher import BadKeys, Damaged, NoKey, Sealed, Vault

OLD, NEW = "an old key of forty characters, or so it is", "a new key of forty characters, or so it is!"
PLAIN = SecretStr("sk-the-storyteller-takes-payment")
HERE = "api_keys world row"


@given(st.text(max_size=300), st.text(max_size=80))
def test_what_was_sealed_opens_in_its_place(plain: str, place: str) -> None:
    vault = Vault([NEW])
    assert vault.open(vault.seal(SecretStr(plain), place), place).get_secret_value() == plain


def test_it_opens_nowhere_else() -> None:
    vault = Vault([NEW])
    with pytest.raises(Damaged):
        vault.open(vault.seal(PLAIN, HERE), "api_keys another world row")


def test_no_byte_of_it_can_be_changed_or_cut() -> None:
    vault = Vault([NEW])
    sealed = vault.seal(PLAIN, HERE)
    whole = sealed.ciphertext
    for at in range(len(whole)):
        for broken in (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:at]):
            with pytest.raises(Damaged):
                vault.open(Sealed(sealed.key_id, broken), HERE)


def test_the_same_secret_never_looks_the_same() -> None:
    vault = Vault([NEW])
    assert len({vault.seal(PLAIN, HERE).ciphertext for _ in range(100)}) == 100


def test_the_secret_is_not_in_it() -> None:
    assert PLAIN.get_secret_value().encode() not in Vault([NEW]).seal(PLAIN, HERE).ciphertext


def test_the_newest_key_seals_and_every_key_opens() -> None:
    both = Vault([NEW, OLD])
    assert both.open(Vault([OLD]).seal(PLAIN, HERE), HERE) == PLAIN
    assert Vault([NEW]).open(both.seal(PLAIN, HERE), HERE) == PLAIN


def test_a_missing_key_is_named_by_its_id() -> None:
    old, new = Vault([OLD]), Vault([NEW])
    with pytest.raises(NoKey) as error:
        new.open(old.seal(PLAIN, HERE), HERE)
    assert old.key_ids[0] in str(error.value)
    assert new.key_ids[0] in str(error.value)
    assert OLD not in str(error.value)
    assert NEW not in str(error.value)


def test_a_key_with_the_id_of_another_does_not_open() -> None:
    """Ids are short and could be forged; the tag could not."""
    sealed = Vault([OLD]).seal(PLAIN, HERE)
    with pytest.raises(Damaged):
        Vault([NEW]).open(Sealed(Vault([NEW]).key_ids[0], sealed.ciphertext), HERE)


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [([], "no key"), ([NEW, "hunter2"], "Key 2 .* has 7 characters"), ([NEW, OLD, NEW], "twice")],
)
def test_bad_keys_are_refused_unseen(keys: list[str], complaint: str) -> None:
    with pytest.raises(BadKeys, match=complaint) as error:
        Vault(keys)
    assert "hunter2" not in str(error.value)
    assert NEW not in str(error.value)


def test_nothing_shows_keys_or_secrets() -> None:
    vault = Vault([NEW, OLD])
    shown = f"{vault!r} {vault.seal(PLAIN, HERE)!r} {PLAIN!r} {PLAIN} {vault.open(vault.seal(PLAIN, HERE), HERE)!r}"
    for secret in (NEW, OLD, PLAIN.get_secret_value()):
        assert secret not in shown
