"""``annotator import``: its report as a text file, columns by name."""

from __future__ import annotations

from annotator.storage import ProjectFile


def test_the_report_is_kept_as_text(run, annotated, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": "خبر"}\n{no\n', encoding="utf-8")
    out = tmp_path / "report.txt"
    result = run("import", tmp_path / "n.annotator", annotated, broken, "--report", out)
    assert result.code == 1
    said = out.read_text(encoding="utf-8")
    assert f"{broken}: jsonl utf-8" in said
    assert f"{broken}:2\tThe line is not JSON" in said
    again = run("import", tmp_path / "m.annotator", annotated, "--report", out)
    assert again.code == 2
    assert not (tmp_path / "m.annotator").exists()


def test_articles_that_were_there_are_counted(run, project, annotated):
    report = run("import", project, annotated, "--json").json
    assert report["joined"] == 1
    assert report["counts"] == {"joined": 1}


def test_a_column_needs_what_it_holds(run, tmp_path, annotated):
    result = run("import", tmp_path / "n.annotator", annotated, "--column", "body")
    assert result.code == 2
    assert "text=, id= or title=" in result.err


def test_named_columns_of_a_table_are_read(run, tmp_path):
    table = tmp_path / "news.csv"
    rows = ("رقم,نص_الخبر,موجز", "7,قال سامح شكري في القاهرة,قصير", "8,وصل الوزير أمس,قصير")
    table.write_text("\n".join(rows), encoding="utf-8")
    words = ["--column", "text=نص_الخبر", "--column", "id=رقم", "--json"]
    assert run("import", tmp_path / "n.annotator", table, *words).json["articles"] == 2


def test_no_column_need_be_the_title(run, tmp_path):
    table = tmp_path / "news.csv"
    table.write_text(
        "id,title,body\n1,خبر,قال الرئيس في باريس اليوم إن الأمر انتهى.\n", encoding="utf-8"
    )
    out = tmp_path / "p.annotator"
    assert run("import", out, table, "--column", "title=", "--column", "text=body").code == 0
    with ProjectFile.open(out, read_only=True) as file:
        article = file.article(1)
    assert (article.title, article.meta) == ("", {"title": "خبر"})
    assert run("import", out, table, "--column", "text=").code == 2
