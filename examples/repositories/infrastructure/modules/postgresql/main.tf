variable "name" {
  type = string
}

variable "owner" {
  type        = string
  description = "The team that is called"
}

variable "tier" {
  type = number
}

variable "standby" {
  type    = string
  default = "asynchronous"
  validation {
    condition     = contains(["synchronous", "asynchronous"], var.standby)
    error_message = "A standby is synchronous or asynchronous."
  }
}
