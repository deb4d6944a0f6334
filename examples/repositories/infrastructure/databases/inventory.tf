module "inventory_db" {
  source  = "../modules/postgresql"
  name    = "inventory"
  owner   = "tickets"
  tier    = 1
  standby = "synchronous"
}
