module "orders_db" {
  source  = "../modules/postgresql"
  name    = "orders"
  owner   = "checkout"
  tier    = 1
  standby = "synchronous"
}
