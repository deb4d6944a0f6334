rootProject.name = "event-search"
include("search", "indexer")
