plugins {
    id("com.android.application") version "8.7.3"
    kotlin("android") version "2.1.0"
}

android {
    namespace = "example.copperbell.fan"
    compileSdk = 35
    defaultConfig {
        minSdk = 26
        versionCode = 211
        versionName = "8.5.0"
    }
}
