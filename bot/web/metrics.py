"""The figures of one process as text that Prometheus reads.

Always true: a label is a name out of this program, never a word or an id of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

PREFIX: Final = "jazyl_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure; with a `label` there is a value for each of its values."""

    name: str
    help: str
    value: float | Mapping[str, float]
    label: str | None = None
    is_total: bool = field(default=False)
    """Whether it only grows while the process lives."""


class _Figures(Collector):
    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        """Yield every figure once."""
        return map(_metric, self._figures)


def text(figures: tuple[Figure, ...]) -> bytes:
    """Return the figures in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Figures(figures))
    return generate_latest(registry)


def _metric(figure: Figure) -> Metric:
    kind = CounterMetricFamily if figure.is_total else GaugeMetricFamily
    metric = kind(PREFIX + figure.name, figure.help, labels=[figure.label] if figure.label else [])
    values = figure.value if isinstance(figure.value, Mapping) else {"": figure.value}
    for name, value in values.items():
        metric.add_metric([name] if figure.label else [], value)
    return metric
