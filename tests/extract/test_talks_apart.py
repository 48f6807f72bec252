"""Who was received one by one did not sit together; who was received at once did."""

from __future__ import annotations

import pytest
from marked import together

ROWS = [
    ("respectively, behind both", "Mayor Tan Heng met with Ann Moss, ambassador of Norway, and Carl Low, ambassador of Sweden, respectively.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng"]),
    ("respectively, in front of the verb", "Mayor Tan Heng respectively met with Ann Moss and Carl Low.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng"]),
    ("separately", "Mayor Tan Heng met separately with Ann Moss and Carl Low.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng"]),
    ("in separate meetings, in front", "In separate meetings, Mayor Tan Heng received Ann Moss and Carl Low.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng"]),
    ("meetings, and not a meeting", "Mayor Tan Heng held meetings with Ann Moss, Carl Low and Ina Fell.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng", "Ina Fell, Tan Heng"]),
    ("two hosts, two guests", "Tan Heng and Qiu Min met with Ann Moss and Carl Low respectively.", ["Ann Moss, Tan Heng", "Carl Low, Qiu Min"]),
    ("two who call on one", "Ann Moss and Carl Low called on Mayor Tan Heng separately.", ["Ann Moss, Tan Heng", "Carl Low, Tan Heng"]),
    ("one and then the other", "Mayor Tan Heng met with Ann Moss and Ina Fell, then with Carl Low.", ["Ann Moss, Ina Fell, Tan Heng", "Carl Low, Tan Heng"]),
    ("near miss: posts that are dealt out", "Tan Heng met with Ann Moss and Carl Low, chairman and manager of the Harbour Group respectively.", ["Ann Moss, Carl Low, Tan Heng"]),
    ("near miss: nothing says one by one", "Mayor Tan Heng met with Ann Moss and Carl Low.", ["Ann Moss, Carl Low, Tan Heng"]),
    ("near miss: respectively of another clause", "Tan Heng met with Ann Moss and Carl Low and stressed that the port and the road, respectively, were done.", ["Ann Moss, Carl Low, Tan Heng"]),
    ("near miss: meetings with one side", "Tan Heng and Qiu Min held meetings with Ann Moss.", ["Ann Moss, Qiu Min, Tan Heng"]),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_who_sat_together(phenomenon: str, sentence: str, expected: list[str]) -> None:
    assert together(f"On May 8, 2023, {sentence}") == expected
