"""Attendance lists: every name with its own posts, in both orders and mixed."""

from __future__ import annotations

import pytest
from marked import held

LISTS = [
    (
        "a committee on something",
        "[Fang Guolin], president of the National Committee on Water Affairs, attended the meeting.",
        {"Fang Guolin": ["President, National Committee on Water Affairs"]},
    ),
    (
        "'on' that goes on no name",
        "[Fang Guolin], secretary of the committee on Friday attended the meeting.",
        {"Fang Guolin": ["Secretary, Committee"]},
    ),
    (
        "city leaders in a row, then people with their posts behind them",
        "City leaders [Fang Guolin], [Qiu Min], [Tao Wen], secretary of the Working Committee, [Lu Heping], former secretary of the Party Group, attended the meeting.",
        {
            "Fang Guolin": [],
            "Qiu Min": [],
            "Tao Wen": ["Secretary, Working Committee"],
            "Lu Heping": ["Former Secretary, Party Group"],
        },
    ),
    (
        "'A, chair of B and president C' without its second comma",
        "The ceremony was hosted by [Fang Guolin], chair of the University Committee and president [Qiu Min].",
        {"Fang Guolin": ["Chair, University Committee"], "Qiu Min": ["President"]},
    ),
    (
        "two posts before one name stay together",
        "The deputy secretary and mayor [Fang Guolin] attended the meeting.",
        {"Fang Guolin": ["Deputy Secretary", "Mayor"]},
    ),
    (
        "'A, B and other members of C'",
        "[Fang Guolin], [Qiu Min] and other members of the Standing Committee attended the meeting.",
        {name: ["Member, Standing Committee"] for name in ("Fang Guolin", "Qiu Min")},
    ),
    (
        "'A, B and other leaders of C' names no post",
        "[Fang Guolin], [Qiu Min] and other leaders of the Party Committee attended the meeting.",
        {"Fang Guolin": [], "Qiu Min": []},
    ),
    (
        "'as the secretary of B' between commas",
        "[Fang Guolin], as the secretary of the Party Committee, presided over the meeting.",
        {"Fang Guolin": ["Secretary, Party Committee"]},
    ),
    (
        "'researcher from the department'",
        "[Fang Guolin], researcher from the Planning Department of the Ministry of Education, attended the meeting.",
        {"Fang Guolin": ["Researcher, Planning Department of the Ministry of Education"]},
    ),
    (
        "a second post with a long body whose last words no list knows",
        "[Fang Guolin], the director of the Water Department and the head of the Coordination Group for Compliance with decrees, presided over the meeting.",
        {"Fang Guolin": ["Director, Water Department", "Head, Coordination Group for Compliance"]},
    ),
    (
        "the presidents of several courts, one each",
        "The presidents of Jingshui, Lintang and Zhuangpu county courts [Fang Guolin], [Qiu Min] and [Tao Wen] attended the meeting.",
        {
            "Fang Guolin": ["President, Jingshui County Court"],
            "Qiu Min": ["President, Lintang County Court"],
            "Tao Wen": ["President, Zhuangpu County Court"],
        },
    ),
    (
        "the directors of two bureaus, one each",
        "The directors of the Agriculture Bureau and the Meteorological Bureau, [Fang Guolin] and [Qiu Min], attended the meeting.",
        {"Fang Guolin": ["Director, Agriculture Bureau"], "Qiu Min": ["Director, Meteorological Bureau"]},
    ),
    (
        "bureaus of one city that share their last word",
        "[Fang Guolin], [Qiu Min] and [Tao Wen], directors of the municipal forestry, agriculture and meteorological bureaus respectively, attended the meeting.",
        {
            "Fang Guolin": ["Director, Municipal Forestry Bureau"],
            "Qiu Min": ["Director, Municipal Agriculture Bureau"],
            "Tao Wen": ["Director, Municipal Meteorological Bureau"],
        },
    ),
    (
        "Party secretaries of two places, one each",
        "Party secretaries of Suihua and Jiamusi [Fang Guolin] and [Qiu Min] attended the meeting.",
        {
            "Fang Guolin": ["Secretary, Suihua Party Committee"],
            "Qiu Min": ["Secretary, Jiamusi Party Committee"],
        },
    ),
    (
        "two bureaus and three directors: who is of which is not told",
        "Directors of the Water Bureau and the Grain Bureau [Fang Guolin], [Qiu Min] and [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Director"], "Qiu Min": ["Director"], "Tao Wen": ["Director"]},
    ),
    (
        "members of two bodies are members of both",
        "Members of the Standing Committee and the Party Group [Fang Guolin] and [Qiu Min] attended the meeting.",
        {name: ["Member, Standing Committee", "Member, Party Group"] for name in ("Fang Guolin", "Qiu Min")},
    ),
    (
        "two fields of one ministry are not dealt",
        "Vice ministers of Finance and Trade [Fang Guolin] and [Qiu Min] attended the meeting.",
        {name: ["Vice Minister, Finance and Trade"] for name in ("Fang Guolin", "Qiu Min")},
    ),
    (
        "a plural post in brackets behind names with a collective title",
        "The city leaders [Fang Guolin], [Qiu Min] (deputy group leaders) attended the meeting.",
        {"Fang Guolin": ["Deputy Leader, Group"], "Qiu Min": ["Deputy Leader, Group"]},
    ),
    (
        "the Party secretary of a company is not one of its board",
        "Party secretary and chairman of the board [Fang Guolin] attended the meeting.",
        {"Fang Guolin": ["Secretary, Party Committee", "Chairman, Board"]},
    ),
    (
        "'his chief economist'",
        "Attending the meeting were: [Fang Guolin], director of the Grain Bureau; [Qiu Min], his chief economist; [Tao Wen], manager of the Grain Company.",
        {
            "Fang Guolin": ["Director, Grain Bureau"],
            "Qiu Min": ["Chief Economist"],
            "Tao Wen": ["Manager, Grain Company"],
        },
    ),
    (
        "the post behind a bare name is its own where another person's post follows",
        "Mayor [Fang Guolin], [Qiu Min], chairman of the CPPCC, and deputy secretary [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Mayor"], "Qiu Min": ["Chairman, CPPCC"], "Tao Wen": ["Deputy Secretary"]},
    ),
    (
        "a post behind a name, then ', and' and the next person",
        "Mayor [Fang Guolin], [Qiu Min], chairman of the CPPCC, and [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Mayor"], "Qiu Min": ["Chairman, CPPCC"], "Tao Wen": []},
    ),
    (
        "', and the mayor of B, X' closes a list of posts behind names",
        "[Fang Guolin], director of the Water Bureau, [Qiu Min], head of the Grain Bureau, and the mayor of Linhe, [Tao Wen], attended the meeting.",
        {
            "Fang Guolin": ["Director, Water Bureau"],
            "Qiu Min": ["Head, Grain Bureau"],
            "Tao Wen": ["Mayor, Linhe"],
        },
    ),
    (
        "semicolons divide people, in whichever order their posts stand",
        "Mayor [Fang Guolin]; [Qiu Min], head of the Grain Bureau; [Tao Wen], head of the Water Bureau, attended the meeting.",
        {
            "Fang Guolin": ["Mayor"],
            "Qiu Min": ["Head, Grain Bureau"],
            "Tao Wen": ["Head, Water Bureau"],
        },
    ),
    (
        "posts stacked between commas before a name stay with it",
        "Mayor [Fang Guolin], member of the Standing Committee, director of the Publicity Department [Qiu Min] and others attended the meeting.",
        {
            "Fang Guolin": ["Mayor"],
            "Qiu Min": ["Member, Standing Committee", "Director, Publicity Department"],
        },
    ),
    (
        "so many of a kind behind a post are people of their own",
        "[Fang Guolin], [Qiu Min], members of the study group, and 4 representatives of the branches attended the meeting.",
        {"Fang Guolin": ["Member, Study Group"], "Qiu Min": ["Member, Study Group"]},
    ),
    (
        "the many behind ', and' are no second post",
        "[Fang Guolin], director of the Water Bureau, and heads of the villages attended the meeting.",
        {"Fang Guolin": ["Director, Water Bureau"]},
    ),
    (
        "a body with a word that no list knows",
        "[Fang Guolin], director of the editorial office, and [Qiu Min], leader of the fifth touring guidance group of the provincial party committee, attended the meeting.",
        {
            "Fang Guolin": ["Director, Editorial Office"],
            "Qiu Min": ["Leader, Fifth Touring Guidance Group of the Provincial Party Committee"],
        },
    ),
    (
        "no body behind unknown words",
        "[Fang Guolin], secretary of the late poet, and [Qiu Min], mayor, attended the meeting.",
        {"Fang Guolin": ["Secretary"], "Qiu Min": ["Mayor"]},
    ),
    (
        "suffix posts",
        "[Fang Guolin], secretary of the county party committee, [Qiu Min], county magistrate, and [Tao Wen], director of the Water Bureau, attended the meeting.",
        {
            "Fang Guolin": ["Secretary, County Party Committee"],
            "Qiu Min": ["County Magistrate"],
            "Tao Wen": ["Director, Water Bureau"],
        },
    ),
    (
        "prefix posts",
        "Mayor [Fang Guolin], deputy mayor [Qiu Min] and secretary-general [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Mayor"], "Qiu Min": ["Deputy Mayor"], "Tao Wen": ["Secretary-General"]},
    ),
    (
        "prefix post divided by a comma from its name",
        "The deputy secretary of the county party committee and magistrate of the county, [Fang Guolin], attended the meeting.",
        {"Fang Guolin": ["Deputy Secretary, County Party Committee", "Magistrate"]},
    ),
    (
        "one plural post over several names",
        "Vice governors [Fang Guolin], [Qiu Min] and [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Vice Governor"], "Qiu Min": ["Vice Governor"], "Tao Wen": ["Vice Governor"]},
    ),
    (
        "a plural post after its names",
        "[Fang Guolin], [Qiu Min], and [Tao Wen], members of the Standing Committee of the Provincial Party Committee, attended the meeting.",
        {
            name: ["Member, Standing Committee of the Provincial Party Committee"]
            for name in ("Fang Guolin", "Qiu Min", "Tao Wen")
        },
    ),
    (
        "stacked posts",
        "[Fang Guolin], member of the Standing Committee of the County Party Committee and secretary of the Discipline Inspection Commission, presided over the meeting.",
        {
            "Fang Guolin": [
                "Member, Standing Committee of the County Party Committee",
                "Secretary, Discipline Inspection Commission",
            ]
        },
    ),
    (
        "two titles of one body",
        "[Fang Guolin], vice president and professor of the Provincial Normal University, attended the meeting.",
        {
            "Fang Guolin": [
                "Vice President, Provincial Normal University",
                "Professor, Provincial Normal University",
            ]
        },
    ),
    (
        "names without posts after a collective title",
        "City leaders [Fang Guolin], [Qiu Min] and [Tao Wen] attended the meeting.",
        {"Fang Guolin": [], "Qiu Min": [], "Tao Wen": []},
    ),
    (
        "a body that stands as a post",
        "Municipal Standing Committee, Publicity Minister [Fang Guolin] and deputy mayor [Qiu Min] attended the meeting.",
        {
            "Fang Guolin": ["Member, Municipal Standing Committee", "Minister, Publicity Department"],
            "Qiu Min": ["Deputy Mayor"],
        },
    ),
    (
        "heads of many places behind a person with a post in front",
        "Deputy Commissioner [Ann Moss], Police Superintendent [Carl Low], heads of all departments of the district were present at the meeting.",
        {"Ann Moss": ["Deputy Commissioner"], "Carl Low": ["Superintendent, Police"]},
    ),
    (
        "heads of many places behind two who share a post",
        "Vice mayors [Fang Guolin] and [Qiu Min], heads of departments and towns attended the meeting.",
        {"Fang Guolin": ["Vice Mayor"], "Qiu Min": ["Vice Mayor"]},
    ),
    (
        "near miss: a translation's plural of one person's only post",
        "[Fang Guolin], deputy secretaries of the Municipal Party Committee, attended the meeting.",
        {"Fang Guolin": ["Deputy Secretary, Municipal Party Committee"]},
    ),
    (
        "offices without their holders at the end of a list of posts in front",
        "Additional Collector [Ann Moss], Chief Engineer [Carl Low], Sub-Divisional Officer (Revenue) and officers of the departments, Chief Executive Officer of the Water Corporation were present at the meeting.",
        {"Ann Moss": ["Additional Collector"], "Carl Low": ["Chief Engineer"]},
    ),
    (
        "near miss: one more post of the last of them",
        "Vice Mayor [Fang Guolin], Secretary-General [Qiu Min], director of the General Office, attended the meeting.",
        {"Fang Guolin": ["Vice Mayor"], "Qiu Min": ["Secretary-General", "Director, General Office"]},
    ),
    (
        "a post behind words that may be somebody's name",
        "[Ann Moss], president of the Harbour League and mayor of Dorran, Parks Welling, president of the Union of Cities, and [Carl Low] attended the meeting.",
        {"Ann Moss": ["President, Harbour League", "Mayor, Dorran"], "Carl Low": []},
    ),
    (
        "near miss: a state behind a town, and one more post",
        "[Ann Moss], mayor of Dorran, Westmark, and president of the League of Towns, and [Carl Low] attended the meeting.",
        {"Ann Moss": ["Mayor, Dorran", "President, League of Towns"], "Carl Low": []},
    ),
    (
        "members of a group between one with a post and bare names",
        "[Fang Guolin], deputy secretary of the Party Group, members of the Party Group, [Qiu Min], [Tao Wen] attended the meeting.",
        {"Fang Guolin": ["Deputy Secretary, Party Group"], "Qiu Min": [], "Tao Wen": []},
    ),
    (
        "an office and many people in front of somebody with a post behind",
        "Present at the meeting were the Dorran Mayor, Council members and various staff, [Ann Moss], Superintendent, and [Carl Low], County Clerk.",
        {"Ann Moss": ["Superintendent"], "Carl Low": ["Clerk"]},
    ),
    (
        "near miss: ministers dealt out with semicolons",
        "Present at the meeting were the Ministers of Information and Culture, [Ann Moss]; Works and Housing, [Carl Low].",
        {
            "Ann Moss": ["Minister, Information and Culture"],
            "Carl Low": ["Minister, Works and Housing"],
        },
    ),
    (
        "a new post inside a run begins a new person",
        "[Fang Guolin], [Qiu Min], secretary of the Working Committee of the Development Zone, and [Tao Wen] attended the meeting.",
        {
            "Fang Guolin": [],
            "Qiu Min": ["Secretary, Working Committee of the Development Zone"],
            "Tao Wen": [],
        },
    ),
]


@pytest.mark.parametrize(("phenomenon", "sentence", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_each_name_of_a_list_gets_its_own_posts(
    phenomenon: str, sentence: str, expected: dict[str, list[str]]
) -> None:
    assert held(sentence) == expected
