locals {
  regions = {
    north = "10.20.0.0/16"
    south = "10.40.0.0/16"
  }
}

module "network" {
  source   = "../modules/network"
  for_each = local.regions
  name     = each.key
  cidr     = each.value
}

module "restricted" {
  source   = "../modules/network"
  name     = "restricted"
  cidr     = "10.60.0.0/20"
  internet = false
}
