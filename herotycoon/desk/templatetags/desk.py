"""Figures in templates."""

from django import template

from herotycoon.desk import charts

register = template.Library()
register.simple_tag(charts.meter)
register.simple_tag(charts.balance)
register.simple_tag(charts.leaning)
register.simple_tag(charts.interval)
register.simple_tag(charts.calibrated)
