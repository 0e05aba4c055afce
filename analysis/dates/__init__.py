"""Arithmetic of dates: intervals, calendars, TIMEX3 values. Knows no Arabic and nothing of ours."""
