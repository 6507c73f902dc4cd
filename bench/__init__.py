"""Benchmarks: the real program beside its peers, in one run on one machine; only ratios carry over to another."""
