plugins { kotlin("jvm") version "2.1.0" }

dependencies {
    implementation("org.apache.kafka:kafka-clients:3.9.0")
    implementation("org.xerial.snappy:snappy-java:1.1.10.1")
}
