"""Charts drawn offline: in the colours of the page, and with every text escaped."""

import altair as alt

from variorum.publish.charts.drawing import WIDTH, data, origin_colour, svg


def drawn(text: str) -> str:
    chart = alt.Chart(data([{"x": 1, "word": text}])).mark_text()
    chart = chart.encode(x="x:Q", text="word:N", color=alt.value(origin_colour(1)))
    return str(svg([chart], 2, "What <it> shows", row_height=30))


def test_a_chart_takes_the_colours_of_the_page_and_no_style_of_its_own():
    image = drawn("Ada")
    assert "var(--" in image
    assert origin_colour(1) not in image
    assert "style=" not in image
    assert f'width="{WIDTH}' in image or f'viewBox="0 0 {WIDTH}' in image or "viewBox" in image


def test_what_a_chart_says_is_escaped():
    image = drawn("<script>alert(1)</script>")
    assert "<script" not in image
    assert "What &lt;it&gt; shows" in image


def test_origins_have_colours_of_their_own():
    colours = [origin_colour(number) for number in range(8)]
    assert len(set(colours)) == len(colours)
