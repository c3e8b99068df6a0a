"""Uploaded files in a bucket (S3), for who set one. Only settings name this module: boto3 takes a second and 30 MB."""

from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage


class PrivateBucket(S3Storage):
    """A bucket that nobody reads but the portal: the views give the files out, to whom may have them."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing public, nothing overwritten, and no longer waiting for the store than a page may take."""
        config = Config(
            s3={"addressing_style": "path"},
            signature_version="s3v4",
            connect_timeout=5,
            read_timeout=20,
            retries={"max_attempts": 2},
            request_checksum_calculation="when_required",  # not every store knows the newer ones
            response_checksum_validation="when_required",
        )
        ours = {"default_acl": "private", "file_overwrite": False, "client_config": config}
        return super().get_default_settings() | ours

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        """No file has an address of its own. Always raises NotImplementedError."""
        raise NotImplementedError("files are given out by views")
