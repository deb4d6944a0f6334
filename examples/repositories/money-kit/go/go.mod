module github.com/copperbell/money-kit/go

go 1.23
