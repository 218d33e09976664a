"""`worlds/`, and what of one's own goes with one's worlds."""

from django.urls import include, path

from worlds.api import analysis, chronicle, guild, map, me, progress, worlds

HERO = "heroes/<number:hero>/"
urlpatterns = [
    path("me/", me.Me.as_view(), name="me"),
    path("me/export/", me.MyExport.as_view(), name="my-export"),
    path("worlds/", worlds.Worlds.as_view(), name="worlds"),
    path("worlds/<uuid:world>/", worlds.OneWorld.as_view(), name="world"),
    path(
        "worlds/<uuid:world>/",
        include(
            [
                path("map/", map.MapData.as_view(), name="map"),
                path("map.svg", map.MapPicture.as_view(), name="map-picture"),
                path("offline-progress/", progress.OfflineProgress.as_view(), name="offline-progress"),
                path("events/", guild.Events.as_view(), name="events"),
                path("guild/", guild.TheGuild.as_view(), name="guild"),
                path("guild/facilities/", guild.Facilities.as_view(), name="facilities"),
                path("analysis/", analysis.Analysis.as_view(), name="analysis"),
                path("activities/", chronicle.Activities.as_view(), name="activities"),
                path("activities/<uuid:activity>/", chronicle.OneActivity.as_view(), name="activity"),
                path("decisions/", chronicle.Decisions.as_view(), name="decisions"),
                path("decisions/<uuid:decision>/", chronicle.OneDecision.as_view(), name="decision"),
                path(f"{HERO}activities/", chronicle.ActivitiesOfHero.as_view(), name="hero-activities"),
                path(f"{HERO}decisions/", chronicle.DecisionsOfHero.as_view(), name="hero-decisions"),
                path("heroes/", include("heroes.urls")),
                path(HERO, include("influence.urls")),
                path("quests/", include("quests.urls")),
            ]
        ),
    ),
]
