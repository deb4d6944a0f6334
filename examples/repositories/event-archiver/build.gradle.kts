plugins { java }

dependencies {
    implementation("org.apache.kafka:kafka-streams:3.9.0")
    implementation("com.fasterxml.jackson.core:jackson-databind:2.13.4")
    implementation("com.clickhouse:clickhouse-jdbc:0.7.1")
}
