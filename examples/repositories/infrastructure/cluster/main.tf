module "cluster" {
  source   = "../modules/network"
  for_each = toset(["north", "south"])
  name     = "cluster-${each.key}"
  cidr     = each.key == "north" ? "10.21.0.0/16" : "10.41.0.0/16"
}
