"""The schema of programme files as JSON Schema, for editors that check while one types."""

import json

from handlers.programme_file.schema import ProgrammeFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> str:
    """The text of programmes/schema.json."""
    schema = {"$schema": _DIALECT, **ProgrammeFile.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
