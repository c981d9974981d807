"""Times NegMAS on a scenario folder: `python negmas_deals.py FOLDER ROUNDS`. Prints JSON.

A round begins with utility functions that have been read and ends with the Pareto frontier and the points that NegMAS
singles out on it. One smaller round comes first and does not count.
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import negmas
from negmas.inout import Scenario
from negmas.preferences.ops import (
    kalai_points,
    ks_points,
    max_welfare_points,
    nash_points,
    pareto_frontier,
)


def solve(ufuns, issues, outcomes=None):
    frontier, _ = pareto_frontier(ufuns, outcomes=outcomes, issues=issues)
    given = {"outcomes": outcomes} if outcomes is not None else {"issues": issues}
    nash = nash_points(ufuns, frontier, **given)
    kalai_points(ufuns, frontier, **given)
    ks_points(ufuns, frontier, **given)
    max_welfare_points(ufuns, frontier, **given)
    return frontier, nash


scenario = Scenario.load(sys.argv[1], safe_parsing=False, load_stats=False, load_info=False)
issues = scenario.outcome_space.issues
first = [outcome for outcome, _ in zip(scenario.outcome_space.enumerate_or_sample(), range(100))]
solve(scenario.ufuns, issues, first)
seconds = []
for _ in range(int(sys.argv[2])):
    # Nothing of the round before is kept.
    scenario = Scenario.load(sys.argv[1], safe_parsing=False, load_stats=False, load_info=False)
    begin = time.perf_counter()
    frontier, nash = solve(scenario.ufuns, scenario.outcome_space.issues)
    seconds.append(time.perf_counter() - begin)
print(
    json.dumps(
        {
            "version": negmas.__version__,
            "seconds": seconds,
            "points": len(frontier),
            "nash": [list(map(float, point)) for point, _ in nash],
        }
    )
)
