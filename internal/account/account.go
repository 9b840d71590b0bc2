// Package account knows users, roles and sessions, and decides who may do what.
package account
