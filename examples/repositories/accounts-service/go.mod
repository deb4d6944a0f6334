module github.com/copperbell/accounts-service

go 1.23

require (
	github.com/golang-jwt/jwt/v5 v5.2.1
	github.com/jackc/pgx/v5 v5.7.1
	golang.org/x/crypto v0.28.0
	gopkg.in/yaml.v3 v3.0.1
)
