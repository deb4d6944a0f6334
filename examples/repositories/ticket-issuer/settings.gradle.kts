rootProject.name = "ticket-issuer"
include("issuer", "mailer")
