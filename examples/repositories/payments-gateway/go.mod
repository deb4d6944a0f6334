module github.com/copperbell/payments-gateway

go 1.23

require (
	github.com/jackc/pgx/v5 v5.7.1
	golang.org/x/net v0.21.0
	google.golang.org/grpc v1.67.1
	google.golang.org/protobuf v1.32.0
)
