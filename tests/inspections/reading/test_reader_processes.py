"""A hostile file costs one reader process: never the one that asked, never the file after it."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspections.reading.process.limits import CPU_SECONDS, MAX_ANSWER_BYTES, MAX_FILE_BYTES
from inspections.reading.process.pool import ReaderProcess, Rejected
from tests import hostile_pdf

ROOT = Path(__file__).resolve().parents[3]

# The real child, with one more reader whose ways are in the file's own words.
ODD_READER = """
import os, sys, time, types
from inspections.reading import readers
from inspections.reading.process import worker
odd = types.SimpleNamespace(NAME="odd", VERSION=1, recognises=lambda source: source.data.startswith(b"odd"))
def read(source):
    exec(source.data.split(b"\\n", 1)[1].decode())
    raise ValueError("nothing here")
odd.read = read
known = tuple(readers.all_readers())
readers.all_readers = lambda: (odd, *known)
worker.main()
"""


@pytest.fixture
def file(tmp_path):
    def write(data, name="file.pdf"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def odd():
    with ReaderProcess(3, [sys.executable, "-c", ODD_READER]) as process:
        yield process


def pid_of(process):
    return process._child.pid


def gone(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def refusal(process, path):
    with pytest.raises(Rejected) as refused:
        process.read(path, path.name)
    assert refused.value.problem.severity == "blocking"
    return refused.value.problem


def test_one_child_reads_many_files(file, report):
    path = file(report())
    with ReaderProcess() as process:
        process.read(path, "a.pdf")
        first = pid_of(process)

        reading = process.read(path, "b.pdf")

        assert pid_of(process) == first
        assert reading.reader == "ofsted_report"
    assert gone(first)


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read(file, report):
    with ReaderProcess(wall_seconds=2) as process:
        started = time.monotonic()
        problem = refusal(process, file(hostile_pdf.slow()))

        assert time.monotonic() - started < 4
        assert "longer than 2 seconds" in problem.message
        assert process.read(file(report(), "next.pdf"), "next.pdf").inspections


def test_a_file_that_unpacks_to_gigabytes_is_stopped_and_the_next_one_read(file, report):
    data = hostile_pdf.bomb(gigabytes=2)
    assert len(data) < 4 * 2**20
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with ReaderProcess() as process:
        refusal(process, file(data))

        assert process.read(file(report(), "next.pdf"), "next.pdf").inspections
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_every_file_has_its_own_share_of_cpu_time(file, report):
    path = file(report())
    with ReaderProcess() as process:
        for _ in range(2):
            process.read(path, "a.pdf")
        limits = Path(f"/proc/{pid_of(process)}/limits").read_text()
        ticks = Path(f"/proc/{pid_of(process)}/stat").read_text().rsplit(")", 1)[1].split()[11:13]

    [line] = [line for line in limits.splitlines() if line.startswith("Max cpu time")]
    used = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    assert used < int(line.split()[3]) <= used + CPU_SECONDS + 1


def test_cpu_time_beyond_the_share_ends_the_child(file, odd):
    """The kernel counts; half a second of work against a limit already reached.

    With minutes to do it in: a busy machine may give the child little of its time.
    """
    code = b"odd\nimport resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"

    with ReaderProcess(120, odd.command) as patient:
        problem = refusal(patient, file(code))

    assert "wanted more time or memory" in problem.message


def test_memory_beyond_the_limit_is_refused_by_the_child_itself(file, odd):
    problem = refusal(odd, file(b"odd\nbytearray(2 * 2**30)"))

    assert "more memory than a report needs" in problem.message
    first = pid_of(odd)
    refusal(odd, file(b"odd\npass"))
    assert pid_of(odd) == first


def test_a_reader_that_crashes_costs_its_process_and_no_more(file, odd, report):
    refusal(odd, file(b"odd\nos.abort()"))

    assert odd.read(file(report(), "next.pdf"), "next.pdf").reader == "ofsted_report"


def test_a_file_that_costs_the_child_costs_none_of_those_asked_for_with_it(file, odd, report):
    good, bad = file(report(), "good.pdf"), file(b"odd\nos.abort()", "bad")
    for path in (good, bad, good, bad, good):
        odd.ask(path, path.name)

    told = []
    for _ in range(5):
        try:
            told.append(odd.answer().reader)
        except Rejected:
            told.append("rejected")

    assert told == ["ofsted_report", "rejected", "ofsted_report", "rejected", "ofsted_report"]


def test_the_child_reads_on_while_its_last_answer_is_not_taken(file, odd, tmp_path):
    for name in "abc":
        path = file(f"odd\nopen({str(tmp_path / 'seen')!r}, 'a').write('{name}')".encode(), name)
        odd.ask(path, name)
    seen, until = tmp_path / "seen", time.monotonic() + 5

    while (not seen.exists() or len(seen.read_text()) < 3) and time.monotonic() < until:
        time.sleep(0.05)

    assert seen.read_text() == "abc"


def test_a_reader_that_fails_is_named_and_its_process_goes_on(file, odd):
    problem = refusal(odd, file(b"odd\n{}['grade']"))

    assert problem.message == "The reader could not make sense of this file."
    assert problem.value == "KeyError: 'grade'"


def test_what_a_parser_prints_does_not_get_between_the_answers(file, odd):
    problem = refusal(odd, file(b"odd\nprint('{}', flush=True); os.write(1, b'[]\\n')"))

    assert problem.value == "ValueError: nothing here"


def test_an_answer_without_end_is_not_kept(file):
    """More than any report could hold; whoever asked must not grow with it."""
    endless = [sys.executable, "-c", "import os\nwhile True: os.write(1, b'x' * 65536)"]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with ReaderProcess(command=endless) as process:
        refusal(process, file(b"x"))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 3 * MAX_ANSWER_BYTES


def test_an_answer_that_trickles_is_not_waited_for(file):
    slow = [sys.executable, "-c", "import os, time\nwhile True: os.write(1, b'x'); time.sleep(0.2)"]
    with ReaderProcess(1, slow) as process:
        started = time.monotonic()
        refusal(process, file(b"x"))
        assert time.monotonic() - started < 3


def test_an_answer_that_is_none_is_refused(file):
    with ReaderProcess(5, [sys.executable, "-c", "input(); print('Segmentation fault')"]) as process:
        refusal(process, file(b"x"))


def test_a_killed_child_is_replaced(file, report):
    path = file(report())
    with ReaderProcess() as process:
        process.read(path, "a.pdf")
        os.kill(pid_of(process), signal.SIGKILL)

        process._child.wait(timeout=5)

        assert process.read(path, "b.pdf").inspections


def test_nine_hundred_pages_cost_hardly_more_memory_than_three(file, made):
    """Figures in KB, of the child's whole life: pages are let go as they are read."""
    short = made.ilacs_pages(made.ilacs_grades)
    paragraph = "Children who go missing are seen within three days, and in most plans\nrisks are named.\n"
    long = [*short, *("\n".join([f"{page}. " + paragraph] * 9) for page in range(1, 898))]
    peaks = []

    for pages in (short, long):
        with ReaderProcess() as process:
            reading = process.read(file(made.as_pdf(pages)), "report.pdf")
            status = Path(f"/proc/{pid_of(process)}/status").read_text()
        assert reading.pages == len(pages)
        [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
        peaks.append(int(peak))

    assert max(peaks) < 300 * 1024
    assert peaks[1] - peaks[0] < 50 * 1024


def test_a_file_larger_than_any_report_is_not_opened(file):
    path = file(b"%PDF-1.7")
    os.truncate(path, MAX_FILE_BYTES + 1)
    with ReaderProcess() as process:
        problem = refusal(process, path)
    assert "larger than 64 MB" in problem.message


def test_a_file_that_is_gone_is_refused(tmp_path):
    with ReaderProcess() as process:
        assert "No such file" in refusal(process, tmp_path / "gone.pdf").message


def test_children_end_with_the_process_that_asked(file):
    """Killed in the middle of a file, it can tell nobody; the child must see for itself."""
    asking = (
        "import sys, threading, time\nfrom pathlib import Path\n"
        "from inspections.reading.process.pool import ReaderProcess\n"
        "process = ReaderProcess()\n"
        "threading.Thread(target=process.read, args=(Path(sys.argv[1]), 'slow.pdf'), daemon=True).start()\n"
        "time.sleep(1.5)\nprint(process._child.pid, flush=True)\ntime.sleep(60)\n"
    )
    path = file(hostile_pdf.slow())
    with subprocess.Popen(
        [sys.executable, "-c", asking, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())
        assert not gone(child)

        parent.kill()

    until = time.monotonic() + 4
    while not gone(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert gone(child)
