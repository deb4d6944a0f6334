rootProject.name = "scanner-app"
include(":app")
