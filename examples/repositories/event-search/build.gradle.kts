plugins {
    kotlin("jvm") version "2.1.0" apply false
}

subprojects {
    group = "example.copperbell.search"
    repositories { mavenCentral() }
}
