"""Files in a bucket: put, read, missed and deleted at a small store on this machine that speaks the S3 that we use."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.http import FileResponse
from django.test import Client, override_settings

from gemeente.lib.buckets import PrivateBucket
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.photos import remove_photo, set_photo
from tests.factories.initiatives import published
from tests.factories.photos import a_photo
from tests.gemeente.lib.test_env import start


class Store(BaseHTTPRequestHandler):
    """Keeps what is put in a dict of its server, under bucket and key."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    @property
    def key(self) -> str:
        return unquote(urlsplit(self.path).path)

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", "Mon, 02 Mar 2026 09:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def give(self) -> None:
        kept = self.server.kept
        self.answer(*((200, kept[self.key]) if self.key in kept else (404, b"")))

    do_GET = do_HEAD = give  # noqa: N815

    def do_PUT(self) -> None:
        self.server.kept[self.key] = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.headers.append(dict(self.headers))
        self.answer(200)

    def do_DELETE(self) -> None:
        self.server.kept.pop(self.key, None)
        self.answer(204)


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    server.kept, server.headers, server.daemon_threads = {}, [], True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def options(server: ThreadingHTTPServer) -> dict[str, str]:
    return {
        "bucket_name": "buitenkans",
        "endpoint_url": f"http://127.0.0.1:{server.server_port}",
        "region_name": "nl-ams",
        "access_key": "wie",
        "secret_key": "geheim",
    }


@pytest.fixture
def bucket(options: dict[str, str]) -> Iterator[PrivateBucket]:
    bucket = PrivateBucket(**options)
    yield bucket
    bucket.connection.meta.client.close()


def test_file_is_put_read_and_deleted(bucket: PrivateBucket, server: ThreadingHTTPServer) -> None:
    name = bucket.save("photos/een.webp", ContentFile(b"pixels"))

    assert (name, server.kept) == ("photos/een.webp", {"/buitenkans/photos/een.webp": b"pixels"})
    with bucket.open(name) as file:
        assert file.read() == b"pixels"
    bucket.delete(name)
    assert server.kept == {}
    with pytest.raises(FileNotFoundError):
        bucket.open(name)


def test_file_is_private_signed_and_never_overwritten(bucket: PrivateBucket, server: ThreadingHTTPServer) -> None:
    first, second = (bucket.save("photos/een.webp", ContentFile(data)) for data in (b"een", b"twee"))

    assert first != second
    assert {headers["x-amz-acl"] for headers in server.headers} == {"private"}
    assert all(headers["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=wie/") for headers in server.headers)
    with pytest.raises(NotImplementedError):
        bucket.url(first)


def test_file_is_streamed(bucket: PrivateBucket) -> None:
    data = bytes(range(256)) * 4096
    name = bucket.save("photos/groot.webp", ContentFile(data))

    with bucket.open(name) as file:
        response = FileResponse(file, content_type="image/webp")

        assert b"".join(response) == data


def test_photo_lives_in_the_bucket(
    options: dict[str, str],
    server: ThreadingHTTPServer,
    settings: Any,
    client: Client,
    fatima: User,
    oostgaarde: Wijk,
    django_capture_on_commit_callbacks: Any,
) -> None:
    backend = {"BACKEND": "gemeente.lib.buckets.PrivateBucket", "OPTIONS": options}
    with override_settings(STORAGES=settings.STORAGES | {"default": backend}):
        initiative = published(owner=fatima, wijk=oostgaarde)
        photo = set_photo(initiative=initiative, actor=fatima, photo=a_photo()).photo
        given = [client.get(url) for url in (photo.large_url, photo.card_url, photo.jpeg_url)]

        assert sorted(b"".join(one) for one in given) == sorted(server.kept.values())
        with django_capture_on_commit_callbacks(execute=True):
            remove_photo(photo=photo, actor=fatima)
        assert server.kept == {}


ALL = {
    "MEDIA_S3_BUCKET": "buitenkans",
    "MEDIA_S3_ENDPOINT": "https://s3.example",
    "MEDIA_S3_REGION": "nl-ams",
    "MEDIA_S3_ACCESS_KEY": "wie",
    "MEDIA_S3_SECRET_KEY": "geheim",
}


def test_settings_name_the_bucket_and_import_nothing_for_others() -> None:
    show = "s.STORAGES['default']['BACKEND'], 'boto3' in __import__('sys').modules"

    with_bucket, without = start(show, **ALL), start(show)

    assert with_bucket.stdout.strip() == "gemeente.lib.buckets.PrivateBucket False"
    assert without.stdout.strip() == "django.core.files.storage.FileSystemStorage False"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"MEDIA_S3_SECRET_KEY": None}, "go together"),
        ({"MEDIA_S3_BUCKET": None}, "go together"),
        ({"MEDIA_S3_BUCKET": "Grote Emmer"}, "name of a bucket"),
        ({"MEDIA_S3_ENDPOINT": "s3.example"}, "https://s3.example"),
        ({"MEDIA_S3_ENDPOINT": "http://s3.example"}, "https://"),
        ({"MEDIA_S3_ENDPOINT": "https://s3.example/emmer"}, "without a path"),
        ({"MEDIA_S3_REGION": "Nederland!"}, "a region"),
    ],
    ids=str,
)
@pytest.mark.verify
def test_settings_refuse_nonsense_about_buckets(changes: dict[str, str | None], reason: str) -> None:
    result = start(**(ALL | changes))

    assert result.returncode != 0
    assert reason in result.stderr
