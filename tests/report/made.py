"""Job descriptions of our own, and reports made from them."""

import datetime as dt

from advisor import analyze_role
from advisor.report import Report, build_report

DATE = dt.date(2026, 11, 21)

BUNDLE = """Community Manager

About us
Fernhill makes booking software for village halls. We are a team of 60 people.

What you'll do
- Plan the monthly content calendar and publish daily posts on Instagram, TikTok and LinkedIn
- Grow our follower count by 30% each quarter and report reach and impressions to the marketing lead
- Answer support tickets in Zendesk within four hours and issue refunds where needed
- Cover live chat on weekends
- Review reported posts in our user forum, remove spam and ban repeat offenders, around the clock
- Welcome new forum members and help them introduce themselves
- Run a monthly meet-up for hall secretaries and connect members with each other
- Manage paid social campaigns with a budget of 5k a month

What we're looking for
- 1-2 years of experience with Hootsuite and Zendesk
- You wear many hats and are a true social media ninja
"""

UNCLEAR = "Community Manager. Join our friendly team!"

HOSTILE = """Community Manager <script>alert(1)</script>

<style>@page { size: 10cm } body { background: url(file:///etc/passwd) } @import url(http://127.0.0.1:9/a.css);</style>
<img src=http://127.0.0.1:9/pixel.png><link rel=stylesheet href=http://127.0.0.1:9/b.css>
<link rel=attachment href=file:///etc/hostname><object data=file:///etc/passwd></object><base href=http://127.0.0.1:9/>
{{ 7 * 7 }} {% include "report/report.css" %} </title></body> &lt;b&gt;

- Welcome new members of the forum <b onclick=x>warmly</b> and post <svg><image href="http://127.0.0.1:9/i"/></svg>
- Publish daily posts on Instagram *boldly* _and_ `quickly` [here](javascript:alert(1)) ![x](http://127.0.0.1:9/y)
- Answer tickets in Zendesk\x1b[31m and issue refunds \ufffe
"""


def report_on(*texts: str, **more: object) -> Report:
    """Return a report on ``texts`` with a client, an author and a fixed date."""
    meta = {"client": "Fernhill Halls", "prepared_by": "A. Consultant", "date": DATE, **more}
    return build_report([analyze_role(text) for text in texts], **meta)  # type: ignore[arg-type]
