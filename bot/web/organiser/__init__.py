"""The pages of those who lead: overview and matrix, teams, what is sent next, files."""

from starlette.routing import Route

from bot.web.organiser import files, pages


def routes() -> list[Route]:
    """Where they are; each asks anew who may see it."""
    return [
        Route("/oversikt", pages.start),
        Route("/oversikt/{programme}", pages.show),
        Route("/oversikt/{programme}/team", pages.teams),
        Route("/oversikt/{programme}/fremover", pages.ahead),
        Route("/oversikt/{programme}/filer", files.show),
        Route("/oversikt/{programme}/filer", files.put, methods=["POST"]),
        Route("/oversikt/{programme}/filer/{file}", files.download),
    ]
