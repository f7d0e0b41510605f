# What a newcomer needs: a JDK 17 or later and make. Everything else the build obtains by itself.
#   make demo    build, make a synthetic province, run the night, print both tables of 2022
#   make test    every test, the static analysis and the check of the format

SHELL := /bin/sh
# also where a folder's name has blanks
ROOT := $(shell cd "$$(dirname '$(strip $(MAKEFILE_LIST))')" && pwd -P)
# tests write Vietnamese file names
export LC_ALL := $(shell . '$(ROOT)/jobs/bin/utf8-locale'; echo "$$LC_ALL")

SCALE ?= 0.01
SEED ?= 2022
DIRT ?= hardest
COUNT ?= 100
ENGINE ?= auto
PARTS ?= first delta tiny doubled

# Maven: the one on the PATH, else one obtained from the package registry into .maven/.
MAVEN_REGISTRY ?= https://repo.maven.apache.org/maven2
MAVEN_VERSION := 3.9.11
MAVEN_SHA512 := 03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076
OWN_MAVEN := $(ROOT)/.maven/apache-maven-$(MAVEN_VERSION)/bin/mvn
MVN := $(shell command -v mvn 2>/dev/null || echo '$(OWN_MAVEN)')
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)

.DEFAULT_GOAL := help
.PHONY: help jdk maven build test fast format postgresql long order golden demo classes bench kills fuzz accuracy clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' '$(ROOT)/Makefile' | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-10s %s\n", $$1, $$2}'

jdk:
	@version=$$('$(JAVA)' -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1); \
	if [ -z "$$version" ]; then echo "Không thể khởi động: cần JDK 17 trở lên, chưa có JDK nào." >&2; exit 2; fi; \
	if [ "$$version" -lt 17 ]; then echo "Không thể khởi động: cần JDK 17 trở lên, đang có $$version." >&2; exit 2; fi

maven: jdk
	@command -v '$(MVN)' >/dev/null 2>&1 || '$(JAVA)' '$(ROOT)/.mvn/ObtainMaven.java' '$(MAVEN_REGISTRY)' $(MAVEN_VERSION) $(MAVEN_SHA512) '$(ROOT)/.maven'

build: maven ## compile and put the program together in jobs/target/khoyte
	@cd '$(ROOT)' && '$(MVN)' -q -B -ntp -DskipTests -Dspotless.check.skip package

test: maven ## every test but the long ones below, the static analysis and the check of the format
	@cd '$(ROOT)' && '$(MVN)' -B -ntp verify

fast: maven ## the tests without Spark and without whole nights
	@cd '$(ROOT)' && '$(MVN)' -q -B -ntp test -DexcludedGroups=slow

postgresql: maven ## the tests of nights with PostgreSQL, which brings itself, as operations database
	@cd '$(ROOT)' && '$(MVN)' -B -ntp test -pl jobs/demo -am -Doperations=postgresql -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dtest='NightRunnerTest,KilledNightTest,LostDatabaseTest,BackfillCommandTest,CommandTreeTest,StatusCommandTest,NothingPersonalTest,DemoNightTest,NightAgainTest,Backup*Test,*VerificationTest,Retention*Test,LandedFilesTest,OperationsCopyTest'

long: maven ## what takes minutes: every model on DuckDB and on Spark, table by table; how right the linker is on narrow tables; killed nights
	@cd '$(ROOT)' && '$(MVN)' -B -ntp verify -Dgroups=long -DexcludedGroups=

format: maven ## put every source file into the project's format
	@cd '$(ROOT)' && '$(MVN)' -q -B -ntp spotless:apply

order: maven ## nights of COUNT invented provinces in any order against one night (SEED to draw the same ones again)
	@cd '$(ROOT)' && '$(MVN)' -B -ntp test -pl pipelines -am -Dtest=NightsInAnyOrderTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dprovinces=$(COUNT) $(if $(filter command,$(origin SEED)),-Dseed=$(SEED))

golden: maven ## write the expected texts of the reports anew; read the diff before committing it
	@cd '$(ROOT)' && '$(MVN)' -q -B -ntp test -pl reports -am -Dgolden.write=true

demo: build ## a synthetic province (SCALE, SEED), its night (ENGINE=spark for the other engine), and both tables of 2022
	@conf=$$(mktemp -d) && trap 'rm -rf "$$conf"' EXIT && cp -R '$(ROOT)/conf/.' "$$conf" && \
	sed -i.before 's/^  engine: .*/  engine: $(ENGINE)/' "$$conf/khoyte.yml" && \
	KHOYTE_CONF="$$conf" '$(ROOT)/jobs/bin/khoyte' demo --scale $(SCALE) --seed $(SEED)

classes: build ## an archive of the classes that a night loads: it starts ten seconds sooner
	@'$(ROOT)/jobs/bin/archive-classes'

bench: classes ## what nights cost, step by step: a first one, small ones, after twice the history (SCALE, PARTS)
	@'$(ROOT)/jobs/bin/bench' $(SCALE) $(PARTS)

accuracy: build ## how right the linker is: on public sets (FEBRL=folder of CSV files) and cuts of them, on the hardest demo (SCALE, DIRT)
	@$(if $(FEBRL),'$(ROOT)/jobs/bin/accuracy' '$(FEBRL)')
	@'$(ROOT)/jobs/bin/accuracy' --demo $(SCALE) $(SEED) $(DIRT)

kills: classes ## kill nights at 100 moments (COUNT) and compare what they publish
	@'$(ROOT)/jobs/bin/kills' $(COUNT)

fuzz: build ## one night over files that were damaged in every way (COUNT, SEED), beside untouched ones
	@'$(ROOT)/jobs/bin/fuzz' $(COUNT) $(SEED)

clean: maven ## remove what was built; the warehouse in var/ stays
	@cd '$(ROOT)' && '$(MVN)' -q -B -ntp clean
