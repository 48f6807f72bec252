"""Print how long the graph stage takes, side by side with networkx and with the fastest others, in one run on one machine.

usage: network.py [small|large] [TASK]...     (without arguments: small, all tasks)

small is 2,000 people and 1,000 meetings, large 20,000 and 10,000; sizes of meetings are heavy-tailed, and so is how often people
come. Every task of every tool runs in a process of its own, which also tells its memory; times are CPU seconds (the machine may
be busy with other things), the medians of RUNS runs, or of one where a run takes more than SLOW seconds. Making the graph object
of the tool is not counted, but for the projection, whose result it is. Betweenness at the large size is from 64 pivots; networkx, whose
time is in proportion to them, runs a share of them, and its closeness at that size a share of the people; what it takes is multiplied
(~). After LIMIT seconds a run is stopped (over). Layout: stress (sederunt), force-directed (the others).
"""

from __future__ import annotations

import json
import platform
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import numpy as np
from scipy import sparse

from graph.project import Incidence

SIZES = {"small": (2_000, 1_000), "large": (20_000, 10_000)}
PIVOTS = 64
RUNS = 3
SLOW = 20.0
LARGEST_MEETING = 200
TASKS = ("projection", "betweenness", "closeness", "eigenvector", "communities", "backbone", "layout")
TOOLS = ("sederunt", "networkx", "igraph", "rustworkx")
LIMIT = 200
SHARES = {("networkx", "betweenness", "large"): 8, ("networkx", "closeness", "large"): 500}
"""Of so many pivots, or people, networkx runs one, where its time is in proportion to their number."""
NOT_RUN = {("large", "bicm", "backbone"): "not run"}
"""bicm wants the whole matrix, 0s included."""
Task = Callable[[], object]


def attendance(people: int, meetings: int, seed: int = 7) -> Incidence:
    """Draw who was where: meetings of 2 + Pareto(1.5) people, who come in proportion to a Pareto(1.5) weight of their own."""
    random = np.random.default_rng(seed)
    sizes = np.minimum(2 + (3 * random.pareto(1.5, meetings)).astype(int), LARGEST_MEETING)
    weights = 1 + random.pareto(1.5, people)
    rows = [random.choice(people, size, replace=False, p=weights / weights.sum()) for size in sizes.tolist()]
    columns = np.repeat(np.arange(meetings), sizes)
    there = (np.ones(len(columns), dtype=np.int64), (np.concatenate(rows), columns))
    matrix = sparse.csr_array(there, shape=(people, meetings))
    matrix.sort_indices()
    names = tuple(f"p{n:05d}" for n in range(people))
    return Incidence(people=names, meetings=tuple(f"m{n:05d}" for n in range(meetings)), matrix=matrix)


def of_sederunt(members: Incidence, pivots: int | None, _: int = 1) -> dict[str, Callable[[], Task]]:
    """What `graph` does, from the incidence."""
    from graph.backbone import tie_p_values
    from graph.communities import communities
    from graph.layout import layout
    from graph.measure import betweenness, closeness, eigenvector
    from graph.ties import ties_of

    def on_ties(task: Callable[..., object], **options: Any) -> Callable[[], Task]:
        return lambda: partial(task, ties_of(members), **options)

    def drawing() -> Task:
        ties = ties_of(members)
        pairs = [
            (ties.nodes[a], ties.nodes[b])
            for a, b in zip(ties.first.tolist(), ties.second.tolist(), strict=True)
        ]
        return partial(layout, pairs)

    return {
        "projection": lambda: partial(ties_of, members),
        "betweenness": on_ties(betweenness, pivots=pivots),
        "closeness": on_ties(closeness),
        "eigenvector": on_ties(eigenvector),
        "communities": on_ties(communities),
        "backbone": lambda: partial(tie_p_values, members),
        "layout": drawing,
    }


def of_networkx(members: Incidence, pivots: int | None, share: int = 1) -> dict[str, Callable[[], Task]]:
    """networkx's own functions: weighted projection, Brandes, power iteration, Louvain, spring."""
    import networkx as nx
    from networkx.algorithms import bipartite

    from graph.ties import ties_of
    from graph.twomode import two_mode_graph

    def projection() -> Task:
        both = two_mode_graph(members)
        people = [("person", person) for person in members.people]
        return lambda: bipartite.weighted_projected_graph(both, people)

    def graph() -> nx.Graph:
        plain = nx.from_scipy_sparse_array(ties_of(members).matrix())
        return nx.relabel_nodes(plain, dict(enumerate(members.people)))

    def on_graph(task: Callable[..., object], **options: Any) -> Callable[[], Task]:
        return lambda: partial(task, graph(), **options)

    def closeness() -> Task:
        if share == 1:
            return partial(nx.closeness_centrality, graph())
        drawn = members.people[::share]
        made = graph()
        return lambda: {person: nx.closeness_centrality(made, person) for person in drawn}

    return {
        "projection": projection,
        "betweenness": on_graph(nx.betweenness_centrality, k=pivots and pivots // share, seed=7),
        "closeness": closeness,
        "eigenvector": on_graph(nx.eigenvector_centrality, weight="weight", max_iter=2000, tol=1e-9),
        "communities": on_graph(nx.community.louvain_communities, weight="weight", seed=7),
        "layout": on_graph(nx.spring_layout, seed=7),
    }


def of_igraph(members: Incidence, pivots: int | None, _: int = 1) -> dict[str, Callable[[], Task]]:
    """igraph (GPL): its bipartite projection, betweenness of paths from the pivots, ARPACK, Leiden, Fruchterman and Reingold."""
    import igraph

    from graph.ties import ties_of

    entries = members.matrix.tocoo()
    size = len(members.people)

    def projection() -> Task:
        types = [False] * size + [True] * len(members.meetings)
        edges = list(zip(entries.row.tolist(), (entries.col + size).tolist(), strict=True))
        both = igraph.Graph.Bipartite(types, edges)
        return lambda: both.bipartite_projection(which=False, multiplicity=True)

    def graph() -> Any:
        ties = ties_of(members)
        made = igraph.Graph(n=size, edges=np.stack([ties.first, ties.second], axis=1).tolist())
        made.es["weight"] = ties.weight.tolist()
        return made

    def betweenness() -> Task:
        drawn = (
            None if pivots is None else np.random.default_rng(7).choice(size, pivots, replace=False).tolist()
        )
        return partial(graph().betweenness, directed=False, sources=drawn)

    return {
        "projection": projection,
        "betweenness": betweenness,
        "closeness": lambda: partial(graph().closeness),
        "eigenvector": lambda: partial(graph().eigenvector_centrality, weights="weight"),
        "communities": lambda: partial(
            graph().community_leiden, objective_function="modularity", weights="weight", n_iterations=10
        ),
        "layout": lambda: partial(graph().layout_fruchterman_reingold),
    }


def of_rustworkx(members: Incidence, pivots: int | None, _: int = 1) -> dict[str, Callable[[], Task]]:
    """rustworkx on one thread, where it has the task."""
    import rustworkx as rx

    from graph.ties import ties_of

    def graph() -> Any:
        ties = ties_of(members)
        made = rx.PyGraph()
        made.add_nodes_from(list(members.people))
        made.add_edges_from(
            list(zip(ties.first.tolist(), ties.second.tolist(), ties.weight.tolist(), strict=True))
        )
        return made

    tasks: dict[str, Callable[[], Task]] = {
        "closeness": lambda: partial(rx.closeness_centrality, graph(), parallel_threshold=10**9),
        "eigenvector": lambda: partial(
            rx.eigenvector_centrality, graph(), weight_fn=float, max_iter=2000, tol=1e-9
        ),
        "layout": lambda: partial(rx.spring_layout, graph(), seed=7),
    }
    if pivots is None:
        tasks["betweenness"] = lambda: partial(rx.betweenness_centrality, graph(), parallel_threshold=10**9)
    return tasks


def of_bicm(members: Incidence, _: int | None, __: int = 1) -> dict[str, Callable[[], Task]]:
    """bicm: the validated projection of the bipartite configuration model, by its Poisson approximation.

    Its exact tails (`poibin`) end in a KeyError on one thread in 3.4.0; on several the time is in other processes.
    """
    import bicm

    def backbone() -> Task:
        matrix = members.matrix.toarray()
        # a new graph each time: it keeps what it has solved
        return lambda: bicm.BipartiteGraph(matrix).get_rows_projection(
            alpha=0.05, method="poisson", threads_num=1, progress_bar=False
        )

    return {"backbone": backbone}


MAKERS = {
    "sederunt": of_sederunt,
    "networkx": of_networkx,
    "igraph": of_igraph,
    "rustworkx": of_rustworkx,
    "bicm": of_bicm,
}


def run_one(tool: str, task: str, size: str) -> None:
    """Run one task of one tool and print its median CPU seconds and the peak memory of this process as JSON."""
    members = attendance(*SIZES[size])
    share = SHARES.get((tool, task, size), 1)
    tasks = MAKERS[tool](members, PIVOTS if size == "large" else None, share)
    if task not in tasks:
        return
    prepared = tasks[task]()
    seconds: list[float] = []
    while len(seconds) < RUNS and (not seconds or seconds[0] < SLOW):
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + LIMIT, resource.RLIM_INFINITY))
        begin = process_time()
        prepared()
        seconds.append(process_time() - begin)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps([median(seconds) * share, peak, share]))


def measured(tool: str, task: str, size: str) -> str:
    """Run a task in a process of its own; 'seconds (GB)', why not, or '-' where the tool has no such task."""
    if (size, tool, task) in NOT_RUN:
        return NOT_RUN[size, tool, task]
    command = [sys.executable, __file__, "--one", tool, task, size]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGXCPU:
        return f"over {LIMIT}"
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["failed"])[-1][:24]
    said = [line for line in done.stdout.splitlines() if line.startswith("[")]  # bicm prints what it does
    if not said:
        return "-"
    seconds, peak, share = json.loads(said[-1])
    return f"{'~' if share > 1 else ''}{seconds:.3g} ({peak:.1f})"


def machine() -> str:
    """Name the processor, the system and the versions that were measured."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [
            line.partition(":")[2].strip()
            for line in info.read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ]
        cpu = f"{len(names)} x {names[0]}" if names else cpu
    libraries = (
        "networkx",
        "networkit",
        "graspologic-native",
        "scipy",
        "numpy",
        "igraph",
        "rustworkx",
        "bicm",
    )
    return f"{cpu}, {platform.system()}, Python {platform.python_version()}; " + ", ".join(
        f"{name} {version(name)}" for name in libraries
    )


def main(words: list[str]) -> None:
    """Print a table for each size."""
    tasks = [word for word in words if word in TASKS] or TASKS
    for size in [word for word in words if word in SIZES] or ["small"]:
        people, meetings = SIZES[size]
        members = attendance(people, meetings)
        ties = (members.matrix @ members.matrix.T).nnz - np.count_nonzero(members.matrix.sum(axis=1))
        print(
            f"{people:,} people, {meetings:,} meetings, {members.matrix.nnz:,} participations, {ties // 2:,} ties"
        )
        print(
            f"CPU seconds (peak memory of the process in GB){'; betweenness from 64 pivots' if size == 'large' else ''}"
        )
        print(f"{'':<14}" + "".join(f"{tool:>16}" for tool in (*TOOLS, "bicm")))
        for task in tasks:
            cells = [measured(tool, task, size) for tool in (*TOOLS, "bicm")]
            print(f"{task:<14}" + "".join(f"{cell:>16}" for cell in cells), flush=True)
    print(machine())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(*sys.argv[2:])
    else:
        main(sys.argv[1:])
