from factcheck.reporting.pictures import Picture, Table


def test_a_notebook_shows_the_drawing() -> None:
    picture = Picture("<svg></svg>", "Nothing", "Nothing is to be seen.", Table((), ()))
    assert picture._repr_html_() == "<svg></svg>"
