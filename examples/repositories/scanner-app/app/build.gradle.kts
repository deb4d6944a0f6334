plugins {
    id("com.android.application") version "8.7.3"
    kotlin("android") version "2.1.0"
}

android {
    namespace = "example.copperbell.scanner"
    compileSdk = 35
    defaultConfig {
        applicationId = "example.copperbell.scanner"
        minSdk = 28
        versionCode = 84
        versionName = "4.2.0"
    }
}
