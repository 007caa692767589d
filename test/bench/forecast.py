"""The rivals of the forecast bench: the same rules in numpy. Reads a task from standard input, writes times and figures."""

import json
import sys
import time

import numpy as np

task = json.load(sys.stdin)
paths, base = task["paths"], np.array(task["base"])
days, starts, table = len(base), np.array(task["starts"]), np.array(task["table"])
shift, sigma = np.uint16(task["shift"]), task["sigma"]


def bills(demand):
    """Totals of paths by day: months cut at the included credits, whole credits of Flex at their price, fees."""
    flex = np.add.reduceat(demand, starts, axis=1)
    flex -= task["included"]
    np.maximum(flex, 0, out=flex)
    flex //= 1e9
    return flex.sum(axis=1) * task["price"] + task["fees"]


def raw(block):
    """Quantile table; 16-bit draws taken from raw words; blocks that stay in the cache, nothing allocated twice."""
    words = np.random.SFC64(1)
    totals, demand, count = np.empty(paths), np.empty((block, days)), block * days
    for path in range(0, paths, block):
        draws = words.random_raw((count + 3) // 4).view(np.uint16)[:count].reshape(block, days)
        np.take(table, draws >> shift, out=demand, mode="clip")
        demand *= base
        np.rint(demand, out=demand)
        totals[path : path + block] = bills(demand)
    return totals


def integers(block):
    """Quantile table; draws by the generator's own integers."""
    random = np.random.Generator(np.random.SFC64(1))
    totals, demand = np.empty(paths), np.empty((block, days))
    for path in range(0, paths, block):
        draws = random.integers(0, len(table), size=(block, days), dtype=np.uint16)
        np.take(table, draws, out=demand, mode="clip")
        demand *= base
        np.rint(demand, out=demand)
        totals[path : path + block] = bills(demand)
    return totals


def plain():
    """As one writes it first: all lognormal factors at once, then a loop over the months."""
    random = np.random.default_rng(1)
    demand = np.rint(base * random.lognormal(-sigma * sigma / 2, sigma, size=(paths, days)))
    totals = np.full(paths, float(task["fees"]))
    for month, start in enumerate(starts):
        until = starts[month + 1] if month + 1 < len(starts) else days
        used = demand[:, start:until].sum(axis=1)
        totals += np.floor(np.maximum(used - task["included"], 0) / 1e9) * task["price"]
    return totals


def best(way):
    """The least of several runs, percentiles included: on the clock, of the processor, and what it came to."""
    clock = processor = float("inf")
    for _ in range(task["runs"]):
        begun, used = time.perf_counter(), time.process_time()
        points = np.percentile(way(), [10, 50, 90], method="inverted_cdf")
        clock = min(clock, (time.perf_counter() - begun) * 1e3)
        processor = min(processor, (time.process_time() - used) * 1e3)
    return {"ms": clock, "cpuMs": processor, "points": points.tolist()}


vectorised = [best(lambda block=block, way=way: way(block)) for way in (raw, integers) for block in (100, 250, 500, 1000)]
fastest = {"ms": min(each["ms"] for each in vectorised), "cpuMs": min(each["cpuMs"] for each in vectorised)}
result = {
    "version": np.__version__,
    "vectorised": {**fastest, "points": vectorised[0]["points"]},
    "plain": best(plain),
}
json.dump(result, sys.stdout)
