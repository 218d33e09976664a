"""What the OpenAPI document says of the API as a whole; drf-spectacular reads it among the settings."""

SPECTACULAR_SETTINGS = {
    "TITLE": "AI Hero Tycoon",
    "VERSION": "1",
    "DESCRIPTION": (
        "Worlds whose heroes decide for themselves, day and night. You cannot steer them; you run their guild, ask, praise, "
        "pay and promise, and read what happened and why."
    ),
    "OAS_VERSION": "3.1.0",
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": [],
    "SERVE_INCLUDE_SCHEMA": False,
    "SORT_OPERATIONS": False,  # as the addresses are hung in: who registers logs in next
    "POSTPROCESSING_HOOKS": [],  # the shapes name their choices themselves
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "displayOperationId": True, "defaultModelsExpandDepth": 0},
    "APPEND_COMPONENTS": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "From `sessions/`."}}
    },
    "TAGS": [
        {"name": "accounts", "description": "Coming, being known, and going."},
        {
            "name": "worlds",
            "description": "Worlds, their maps, what befalls them, what happened while you were away.",
        },
        {"name": "guild", "description": "Policy, wages, roofs."},
        {"name": "heroes", "description": "Who they are, how they are, and whom they like."},
        {
            "name": "influence",
            "description": "What they hold of you; orders, which may be refused; praise, pay, promises.",
        },
        {"name": "quests", "description": "The board, and your bounties."},
        {"name": "chronicle", "description": "Everything that anybody ever did, and why."},
        {"name": "about", "description": "What problems mean."},
    ],
}
