variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "internet" {
  type    = bool
  default = true
}

output "name" {
  value = var.name
}
