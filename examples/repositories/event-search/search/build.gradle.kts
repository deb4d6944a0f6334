plugins { kotlin("jvm") }

dependencies {
    implementation("org.springframework:spring-web:6.1.3")
    implementation("org.opensearch.client:opensearch-java:2.18.0")
}
