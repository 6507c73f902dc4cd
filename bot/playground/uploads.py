"""What a person's client makes of the files it sends: photos measured, voices and videos described, albums grouped."""

from collections.abc import Sequence

from .errors import ApiError, Json, PlayError
from .methods_send import document_object
from .params import Upload
from .world import World

ALBUM_MOST = 10
KINDS = frozenset({"photo", "document", "album", "voice", "sticker", "video"})
STICKER_SIDE = 512
VIDEO = {"width": 640, "height": 360, "duration": 3}


def upload_contents(world: World, files: Sequence[Upload], kind: str) -> list[Json]:
    """Return the content of one message per file; an album is several messages of one group."""
    if kind not in KINDS:
        raise PlayError(f"unknown kind of upload: {kind}")
    if not files:
        raise PlayError("there is no file in the request")
    if len(files) > ALBUM_MOST:
        raise PlayError("an album has at most 10 files")
    if kind != "album":
        return [_content(world, upload, kind) for upload in files]
    group = {"media_group_id": world.random_id()}
    alike = all(upload.mime.startswith("image/") for upload in files)
    return [{**group, **_content(world, upload, "photo" if alike else "document")} for upload in files]


def _content(world: World, upload: Upload, kind: str) -> Json:
    if kind == "photo":
        return {"photo": _photo(world, upload)}
    stored = world.files.add(kind, upload)
    if kind == "document":
        return {"document": document_object(stored)}
    described = {"mime_type": stored.mime, **stored.reference()}
    if kind == "voice":
        return {"voice": {"duration": 1, **described}}
    if kind == "video":
        return {"video": {**VIDEO, "file_name": stored.name, **described}}
    sides = {"width": STICKER_SIDE, "height": STICKER_SIDE}
    shape = {"type": "regular", "is_animated": False, "is_video": False}
    return {"sticker": {**shape, **sides, **stored.reference()}}


def _photo(world: World, upload: Upload) -> list[Json]:
    try:
        return [size.photo_size() for size in world.files.add_photo(upload)]
    except ApiError as error:
        raise PlayError(f"this picture cannot be sent as a photo: {error.description}") from None
