"""Tables of articles in every format, under the names that exports give."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json

import openpyxl
import pandas as pd
import pytest

from analysis import lexicon
from analysis.reading import columns, corpus
from analysis.reading.columns import ColumnError, recognise, wishes

TEXT = "قال الوزير إن القرار نهائي، ولا رجعة عنه."
ROWS = [
    {"Headline": "عنوان أول", "Body": TEXT, "Date": "23 March 2021", "Newspaper": "Okaz", "ID": 7},
    {"Headline": "عنوان ثان", "Body": "غادر الوفد أمس.", "Date": "2021-03-24", "Newspaper": None, "ID": 8},
]


def workbook(rows, **sheets):
    book = openpyxl.Workbook()
    first = book.active
    for title, table in {first.title: rows, **sheets}.items():
        sheet = first if title == first.title else book.create_sheet(title)
        if table:
            sheet.append(list(table[0]))
        for row in table:
            sheet.append(list(row.values()))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def written(suffix):
    frame = pd.DataFrame(ROWS)
    match suffix:
        case ".csv":
            return frame.to_csv(index=False).encode()
        case ".tsv":
            return frame.to_csv(index=False, sep="\t").encode("utf-16")
        case ".xlsx":
            return workbook(ROWS)
        case ".parquet":
            return frame.to_parquet()
        case ".json":
            return json.dumps({"status": "ok", "articles": ROWS}).encode()
        case _:
            return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".parquet", ".json", ".jsonl", ".ndjson"])
def test_the_same_rows_come_out_of_every_format(tmp_path, suffix, compressed):
    path = tmp_path / f"export{suffix}{'.gz' if compressed else ''}"
    path.write_bytes(gzip.compress(written(suffix)) if compressed else written(suffix))
    read = corpus.read(path)
    assert [row["article_id"] for row in read.articles] == ["7", "8"]
    assert read.articles[0]["text"] == f"عنوان أول\n\n{TEXT}"
    assert read.articles[0]["outlet_id"] == "okaz"
    assert read.facts["7"].given["published"] == "23 March 2021"
    assert {row["severity"] for row in read.notices} <= {"info", "warning"}
    assert "columns-recognised" in {row["kind"] for row in read.notices}


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        pytest.param(
            "stories_id publish_date title url language media_id media_name media_url text",
            {
                "id": "stories_id", "title": "title", "text": "text", "outlet": "media_name",
                "published": "publish_date", "url": "url",
            },
            id="Media Cloud",
        ),
        pytest.param(
            "URL MobileURL Date Title", {"title": "Title", "url": "URL"}, id="GDELT article list, dated by its crawl"
        ),
        pytest.param(
            "url url_mobile title seendate socialimage domain language sourcecountry",
            {"title": "title", "outlet": "domain", "url": "url"},
            id="GDELT article list as JSON",
        ),
        pytest.param(
            "GKGRECORDID DATE SourceCommonName DocumentIdentifier V2Themes",
            {"id": "GKGRECORDID", "outlet": "SourceCommonName", "url": "DocumentIdentifier"},
            id="GDELT GKG",
        ),
        pytest.param(
            "AN HD BY WC PD SN LA LP TD",
            {"id": "AN", "title": "HD", "lead": "LP", "text": "TD", "outlet": "SN", "published": "PD"},
            id="Factiva",
        ),
        pytest.param(
            "ID Newspaper Date Headline Article",
            {"id": "ID", "title": "Headline", "text": "Article", "outlet": "Newspaper", "published": "Date"},
            id="Nexis by LexisNexisTools",
        ),
        pytest.param(
            "_id _source.content _source.extractionDate _source.metadata.tika_metadata_dc_title",
            {"id": "_id", "title": "_source.metadata.tika_metadata_dc_title", "text": "_source.content"},
            id="Datashare",
        ),
        pytest.param(
            "source.id source.name author title description url publishedAt content",
            {"title": "title", "text": "content", "outlet": "source.name", "published": "publishedAt", "url": "url",
             "blurb": "description"},
            id="NewsAPI",
        ),
        pytest.param(
            "@type @id headline articleBody datePublished dateModified publisher.name mainEntityOfPage",
            {
                "id": "@id", "title": "headline", "text": "articleBody", "outlet": "publisher.name",
                "published": "datePublished", "updated": "dateModified", "url": "mainEntityOfPage",
            },
            id="schema.org",
        ),
    ],
)  # fmt: skip
def test_the_columns_of_common_exports_are_known(names, taken):
    found = recognise(names.split()).by_field
    assert {field: columns[0] for field, columns in found.items()} == taken


def test_columns_are_known_whatever_their_case_and_in_arabic():
    found = recognise(["\u200fالعنوان", "نص الخبر", "Publication-Date", "تاريخ الاستخراج"])
    assert str(found) == "title from `\u200fالعنوان`, text from `نص الخبر`, published from `Publication-Date`"


def test_a_column_is_taken_as_asked(tmp_path):
    (tmp_path / "a.csv").write_text(f"Titel,Inhalt,title\nعنوان,{TEXT},x\n", encoding="utf-8")
    (article,) = corpus.read(tmp_path / "a.csv", asked=wishes(["text=inhalt", "title=Titel"])).articles
    assert (article["title"], article["text"]) == ("عنوان", f"عنوان\n\n{TEXT}")


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    (tmp_path / "a.csv").write_text(f"text,heading\n{TEXT},x\n", encoding="utf-8")
    read = corpus.read(tmp_path / "a.csv", asked={"outlet": "Paper"})
    (told,) = [row for row in read.notices if row["kind"] == "column-absent"]
    assert told["article_id"] == "a.csv"
    assert told["message"] == "asked for outlet=Paper, but its columns are `text`, `heading`; give a name it has"


@pytest.mark.parametrize("piece", ["text", "text=", "corps=Body", "=x"])
def test_a_wish_that_is_none_is_refused(piece):
    with pytest.raises(ColumnError, match="FIELD=COLUMN"):
        wishes([piece])


def test_a_lead_goes_before_the_text(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"HD": "عنوان", "LP": "المقدمة.", "TD": TEXT}), encoding="utf-8")
    assert corpus.read(tmp_path / "a.jsonl").articles[0]["text"] == f"عنوان\n\nالمقدمة.\n{TEXT}"


def test_a_list_without_text_gives_headlines_and_says_so(tmp_path):
    (tmp_path / "list.csv").write_text("URL,MobileURL,Date,Title\nhttps://x.example/1,,20210323,عنوان\n", "utf-8")
    read = corpus.read(tmp_path / "list.csv")
    assert read.articles[0]["text"] == "عنوان"
    assert "published" not in read.facts["list.csv#1"].given
    assert "headlines-only" in {row["kind"] for row in read.notices}


def test_a_page_in_a_cell_is_read_as_a_page(tmp_path):
    html = f"<html><body><nav>أخبار</nav><article><h1>عنوان الصفحة</h1><p>{TEXT}</p></article></body></html>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"url": "https://x.example/1", "html": html}), encoding="utf-8")
    (article,) = corpus.read(tmp_path / "a.jsonl").articles
    assert article["text"] == f"عنوان الصفحة\n\n{TEXT}"


@pytest.mark.parametrize(
    "document",
    [
        pytest.param([{"text": TEXT}, {"text": TEXT}], id="a list"),
        pytest.param({"articles": [{"content": TEXT}, {"content": TEXT}]}, id="an answer of NewsAPI"),
        pytest.param({"response": {"numFound": 2, "docs": [{"body": TEXT}, {"body": TEXT}]}}, id="an answer of Solr"),
        pytest.param({"hits": {"hits": [{"_source": {"content": TEXT}}] * 2}}, id="an answer of Elasticsearch"),
        pytest.param({"@graph": [{"articleBody": TEXT}, {"articleBody": TEXT}]}, id="JSON-LD"),
    ],
)
def test_a_json_document_gives_the_articles_of_its_list(tmp_path, document):
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert [row["text"] for row in corpus.read(tmp_path / "a.json").articles] == [TEXT, TEXT]


def test_one_json_object_is_one_article_and_lines_of_them_are_lines(tmp_path):
    one = {"headline": "عنوان", "articleBody": TEXT, "author": [{"name": "فلان"}, {"name": "فلانة"}]}
    (tmp_path / "a.json").write_text(json.dumps(one), encoding="utf-8")
    (tmp_path / "b.json").write_text(f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n', encoding="utf-8")
    assert [row["path"] for row in corpus.read(tmp_path).articles] == ["a.json#1", "b.json#1", "b.json#2"]


def test_every_sheet_with_a_column_of_text_is_read(tmp_path):
    more = [{"text": "وقع الحادث ليلا."}]
    (tmp_path / "book.xlsx").write_bytes(workbook(ROWS, Notes=[{"remark": "x"}], More=more, Empty=[]))
    read = corpus.read(tmp_path / "book.xlsx")
    assert [row["path"] for row in read.articles] == ["book.xlsx#2", "book.xlsx#3", "book.xlsx#More!2"]
    assert "sheet 'Notes' is left out" in " ".join(row["message"] for row in read.notices)


def test_days_of_a_spreadsheet_are_days_and_a_full_cell_is_told(tmp_path):
    rows = [{"text": "و" * 32_767, "published": dt.datetime(2021, 3, 23, 10, tzinfo=None)}]  # noqa: DTZ001
    (tmp_path / "a.xlsx").write_bytes(workbook(rows))
    read = corpus.read(tmp_path / "a.xlsx")
    assert read.facts["a.xlsx#2"].given["published"] == "2021-03-23T10:00:00"
    assert "cell-full" in {row["kind"] for row in read.notices}


def test_formulas_are_text_in_csv_and_their_stored_value_in_excel(tmp_path):
    formula = '=HYPERLINK("http://x.example";"انقر")'
    (tmp_path / "a.csv").write_text('text;title\n"' + formula.replace('"', '""') + '";+1+cmd\n', encoding="utf-8")
    (article,) = corpus.read(tmp_path / "a.csv").articles
    assert article["text"] == f"+1+cmd\n\n{formula}"
    (tmp_path / "b.xlsx").write_bytes(
        workbook([{"id": 1, "text": "=1+1"}, {"id": 2, "text": TEXT}])
    )  # stored without a value
    read = corpus.read(tmp_path / "b.xlsx")
    assert [row["text"] for row in read.articles] == [TEXT]
    assert [row["article_id"] for row in read.notices if row["kind"] == "bad-row"] == ["b.xlsx#2"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("semicolons.csv", f"text;id\n{TEXT};1\n", id="semicolons"),
        pytest.param("excel.csv", f"sep=|\ntext|id\n{TEXT}|1\n", id="the line by which Excel is told"),
        pytest.param("mac.csv", f"text\tid\r{TEXT}\t1\r", id="line ends of an old Mac"),
        pytest.param("marked.csv", f"\ufefftext,id\r\n{TEXT},1\r\n", id="a byte-order mark"),
        pytest.param("twice.csv", f"text,id,text\n{TEXT},1,x\n", id="a column twice: the first counts"),
        pytest.param("short.csv", f"text,id,url\n{TEXT},1\n", id="a row that ends early"),
        pytest.param("blank.csv", f"text,id\n\n{TEXT},1\n\n", id="blank rows"),
    ],
)  # fmt: skip
def test_csv_is_read_however_it_was_written(tmp_path, name, data):
    (tmp_path / name).write_bytes(data.encode())
    (article,) = corpus.read(tmp_path / name).articles
    assert (article["article_id"], article["text"]) == ("1", TEXT)


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1256", "iso8859-6"])
def test_a_table_in_another_encoding_is_told_once(tmp_path, encoding):
    rows = "".join(f"{at};{TEXT} وفي البيان أن اللجنة ستعود إلى المدينة.\n" for at in range(20))
    (tmp_path / "a.csv").write_bytes(("id;text\n" + rows).encode(encoding))
    read = corpus.read(tmp_path / "a.csv")
    assert read.articles[3]["text"].startswith(TEXT)
    assert [row["article_id"] for row in read.notices if row["kind"] == "not-utf8"] == ["a.csv"]


def test_a_guessed_encoding_is_told_of_every_kind_of_table(tmp_path):
    row = json.dumps({"text": "قررت الجنة"}, ensure_ascii=False).encode("windows-1256")
    for name in ("a.json", "b.jsonl"):
        (tmp_path / name).write_bytes(row)
    doubted = [row["article_id"] for row in corpus.read(tmp_path).notices if row["kind"] == "encoding-doubted"]
    assert doubted == ["a.json", "b.jsonl"]


@pytest.mark.parametrize("name", [row["form"] for row in lexicon.rows("columns") if row["field"] == columns.NEVER])
def test_the_day_of_a_crawl_is_no_day_of_publication_unless_the_user_says_so(name):
    assert "published" not in columns.recognise(["text", name])
    assert columns.recognise(["text", name], {"published": name}).by_field["published"] == (name,)


def test_a_mixed_folder_is_read_whole(tmp_path, story):
    (tmp_path / "a.txt").write_text(story, encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress((story + "\nتتمة.").encode("windows-1256")))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "rows.tsv").write_text(f"id\ttext\n5\t{TEXT}\n", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("file,outlet\nb.txt.gz,Okaz\nsub/rows.tsv,عمون\n", encoding="utf-8")
    read = corpus.read(tmp_path)
    assert [(row["article_id"], row["path"]) for row in read.articles] == [
        ("a", "a.txt"), ("b", "b.txt.gz"), ("5", "sub/rows.tsv#1"),
    ]  # fmt: skip
    assert [row["outlet_id"] for row in read.articles[1:]] == ["okaz", "ammon-news"]
    assert list(read.inputs) == ["metadata.csv", "a.txt", "b.txt.gz", "sub/rows.tsv"]


def test_the_day_of_a_last_change_is_kept_apart(tmp_path):
    row = {"articleBody": TEXT, "datePublished": "2021-03-23", "dateModified": "2021-03-25"}
    (tmp_path / "a.json").write_text(json.dumps(row), encoding="utf-8")
    facts = corpus.read(tmp_path / "a.json").facts["a.json#1"]
    assert [(date.kind, date.value) for date in facts.dates] == [("updated", "2021-03-25")]


def test_an_id_as_long_as_a_text_is_none(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x" * 5000, "text": TEXT}), encoding="utf-8")
    read = corpus.read(tmp_path / "a.jsonl")
    assert list(read.readings) == ["a.jsonl#1"]
    assert "given-value-refused" in {row["kind"] for row in read.notices}


def test_a_page_is_read_where_its_row_has_a_lead_too(tmp_path):
    prose = "وصل الوفد إلى الخرطوم في زيارة تستمر يومين."
    page = f"<html><body><article><h1>عنوان</h1><p>{prose}</p></article></body></html>"
    for name in ("leadParagraph", "description"):
        (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", name: "وصل الوفد.", "html": page}), encoding="utf-8")
        (article,) = corpus.read(tmp_path / "a.jsonl").articles
        assert "تستمر يومين" in article["text"]


def test_a_nested_text_gives_way_to_the_next_column(tmp_path):
    row = {"id": "a", "text": ["x"], "body": "وصل الوفد إلى الخرطوم في زيارة تستمر يومين."}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (article,) = corpus.read(tmp_path / "a.jsonl").articles
    assert article["text"] == row["body"]


def test_a_line_separator_in_a_text_ends_no_row(tmp_path):
    rows = [{"id": f"a{n}", "text": f"وصل الوفد {n}.\u2028وغادر في اليوم نفسه."} for n in range(2)]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "a.json").write_text(lines, encoding="utf-8")
    assert len(corpus.read(tmp_path / "a.json").articles) == 2
