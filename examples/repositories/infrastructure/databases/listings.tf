module "listings_db" {
  source = "../modules/postgresql"
  name   = "listings"
  owner  = "organisers"
  tier   = 3
}
