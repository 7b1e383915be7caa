@echo off
rem Starts Mellom, and again after a fault; Ctrl-C ends it. Run "mellom setup" first.
setlocal
cd /d "%~dp0..\.."
set PYTHONUTF8=1
title Mellom
:again
.venv\Scripts\mellom.exe run
if %errorlevel% equ 0 exit /b 0
if %errorlevel% equ 130 exit /b 0
echo Mellom stopped with a fault, and starts again in 15 seconds. Ctrl-C ends it.
timeout /t 15 /nobreak >nul
goto again
