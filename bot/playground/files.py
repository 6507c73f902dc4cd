"""Files live in memory under the bot's file ids; pictures are measured and scaled down as Telegram does."""

import base64
import hashlib
import io
import itertools
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from .errors import Json, bad_request
from .params import Params, Upload

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_SIDES = 10_000
STEEPEST_RATIO = 20
SIZE_STEPS = (90, 320, 800, 1280, 2560)
Image.MAX_IMAGE_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file the bot may name: `unique` is what stays the same for everybody."""

    file_id: str
    unique: str
    kind: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0
    group: str = ""

    @property
    def path(self) -> str:
        """Return the path under which the bot downloads it."""
        suffix = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/file_{self.unique}.{suffix}"

    def reference(self) -> Json:
        """Return the fields common to all media objects."""
        return {"file_id": self.file_id, "file_unique_id": self.unique, "file_size": len(self.data)}

    def photo_size(self) -> Json:
        """Return the Bot API PhotoSize object."""
        return {**self.reference(), "width": self.width, "height": self.height}

    def view(self) -> Json:
        """Return what the page needs to show or download the file."""
        return {"url": f"/play/files/{self.unique}", "name": self.name, "mime": self.mime, "size": len(self.data)}

    def dump(self) -> Json:
        """Return the file as JSON for the saved state."""
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "data"}
        return {**fields, "data": base64.b64encode(self.data).decode()}


class FileStore:
    """All files of this world, by file id, by unique id and by content."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_unique: dict[str, StoredFile] = {}
        self._photos: dict[str, list[StoredFile]] = {}
        self._numbers = itertools.count(1)

    def add(self, kind: str, upload: Upload, *, width: int = 0, height: int = 0, group: str = "") -> StoredFile:
        """Keep a file and give it its ids."""
        unique = f"PG{next(self._numbers):06d}{hashlib.sha256(upload.data).hexdigest()[:10]}"
        stored = StoredFile(
            file_id=f"{kind.upper()[:2]}AC-playground-{unique}", unique=unique, kind=kind,
            name=upload.name, mime=upload.mime, data=upload.data, width=width, height=height, group=group,
        )  # fmt: skip
        self.keep(stored)
        return stored

    def keep(self, stored: StoredFile) -> None:
        """Index a file that already has its ids."""
        self.by_id[stored.file_id] = stored
        self.by_unique[stored.unique] = stored
        if stored.group:
            self._photos.setdefault(stored.group, []).append(stored)

    def restore(self, dumps: list[Json]) -> None:
        """Take back the files of a saved state and continue their numbering."""
        for dump in dumps:
            self.keep(StoredFile(**{**dump, "data": base64.b64decode(dump["data"])}))
        self._numbers = itertools.count(len(self.by_id) + 1)

    def add_photo(self, upload: Upload) -> list[StoredFile]:
        """Keep a picture in all its sizes, smallest first, or refuse it as Telegram would."""
        digest = hashlib.sha256(upload.data).hexdigest()
        if digest not in self._photos:
            for data, width, height in scaled_photos(upload.data):
                size = Upload(name="photo.jpg", mime="image/jpeg", data=data)
                self.add("photo", size, width=width, height=height, group=digest)
        return self._photos[digest]

    def sizes_of(self, stored: StoredFile) -> list[StoredFile]:
        """Return all sizes of the picture one of whose sizes is given."""
        return self._photos.get(stored.group, [stored])

    def find(self, file_id: str) -> StoredFile:
        """Return the file a send names by its id."""
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        if file_id not in self.by_id:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return self.by_id[file_id]


def scaled_photos(data: bytes) -> list[tuple[bytes, int, int]]:
    """Return (JPEG, width, height) for each step the picture reaches; refuse what is not a usable picture."""
    if len(data) > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes",
        )
    try:
        with Image.open(io.BytesIO(data)) as picture:
            check_dimensions(*picture.size)
            picture.draft("RGB", (SIZE_STEPS[-1], SIZE_STEPS[-1]))
            full = picture.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    longest = max(full.size)
    steps = [step for step in SIZE_STEPS if step < longest] + [min(longest, SIZE_STEPS[-1])]
    return [_scaled(full, step) for step in steps]


def check_dimensions(width: int, height: int) -> None:
    """Refuse pictures too large or too narrow to be a photo."""
    if width + height > LONGEST_SIDES or max(width, height) > STEEPEST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _scaled(picture: Image.Image, longest: int) -> tuple[bytes, int, int]:
    copy = picture.copy()
    copy.thumbnail((longest, longest))
    target = io.BytesIO()
    copy.save(target, "JPEG", quality=85)
    return target.getvalue(), copy.width, copy.height


def named_upload(params: Params, field: str, value: str) -> Upload | None:
    """Return the uploaded file an argument means: its own part, or the part named after `attach://`."""
    name = value.removeprefix("attach://") if value.startswith("attach://") else field
    upload = params.uploads.get(name)
    if upload is None and value.startswith("attach://"):
        raise bad_request("file must be non-empty")
    if upload is not None and not upload.data:
        raise bad_request("file must be non-empty")
    return upload
