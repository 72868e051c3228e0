@echo off
rem Starts Layerloom from the folder that this script lies in, wherever it is called from.
setlocal EnableExtensions DisableDelayedExpansion

set "APP_HOME=%~dp0.."
if defined JAVA_HOME goto fromJavaHome
set "JAVA=java.exe"
where java.exe >nul 2>nul
if not errorlevel 1 goto version
echo layerloom: Java was not found. Install a Java 17 or newer, or set JAVA_HOME to one. 1>&2
exit /b 1

:fromJavaHome
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto version
echo layerloom: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Set it to a Java 17 or newer, or unset it. 1>&2
exit /b 1

:version
set "MAJOR=0"
for /f "tokens=3 delims=. " %%v in ('""%JAVA%" -XshowSettings:properties -version 2>&1 | findstr /c:"java.specification.version ="') do set "MAJOR=%%v"
if %MAJOR% GEQ 17 goto run
echo layerloom: Java 17 or newer is needed; "%JAVA%" is older. Set JAVA_HOME to a newer one. 1>&2
exit /b 1

:run
set "QUIET="
if %MAJOR% GEQ 24 set "QUIET=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %QUIET% %LAYERLOOM_OPTS% -cp "%APP_HOME%\lib\*" io.layerloom.app.Main %*
exit /b %ERRORLEVEL%
