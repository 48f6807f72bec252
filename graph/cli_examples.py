"""An example of each command, as its `--help` shows it; a test runs every one."""

EXAMPLES = {
    "build": "my-reports -o my-network --decisions decisions.csv",
    "watch": "my-reports -o my-network",
    "open": "my-network",
    "who": 'my-network "Fang Guolin"',
    "meetings": 'my-network --host "Party Committee" --after 2024-01',
    "check": "gold.json my-network --errors",
    "labels": "gold.json my-reports",
    "review": "my-network decisions.csv --author Ada",
    "doctor": "my-network",
    "query": 'my-network "SELECT name, meetings FROM people ORDER BY meetings DESC"',
    "search": 'my-network "flood control"',
    "path": 'my-network "Fang Guolin" "Ren Yulan"',
    "missing": "my-network --recent 1",
    "protocol": "my-network --year 2024",
    "centrality": "my-network --measure strength --measure betweenness",
    "export": "my-network --format gexf --to network.gexf",
}


def example(command: str) -> str:
    """The line that stands below the help of a command."""
    return f"Example: sederunt {command} {EXAMPLES[command]}"
