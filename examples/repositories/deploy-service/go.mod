module github.com/copperbell/deploy-service

go 1.23

require (
	k8s.io/client-go v0.31.3
	golang.org/x/net v0.32.0
)
